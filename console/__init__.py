"""What the product is and decides: no Qt, no WebRTC, no sockets."""
