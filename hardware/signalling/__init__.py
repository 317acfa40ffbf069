"""How sites reach the bridge: HTTPS front (WHIP, enrolment, browser page), control messages, and a site's client."""
