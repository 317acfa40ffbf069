"""`security`: what concerned security, whether a session ran or not."""
