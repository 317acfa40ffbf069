"""Pages on paper: the painter of page models and the PDF of a session."""
