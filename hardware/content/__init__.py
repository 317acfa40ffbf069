"""Films, pictures and screens read for a meeting: what a bridge plays, and what a site presents."""
