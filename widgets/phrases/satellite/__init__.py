"""The words of a site's own window and of the page that it opens in a browser."""
