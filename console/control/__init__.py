"""Control of other sites that is delegated to a site for a time."""
