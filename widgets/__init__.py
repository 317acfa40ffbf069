"""What people see: Qt widgets over the store, without I/O, threads or business rules."""
