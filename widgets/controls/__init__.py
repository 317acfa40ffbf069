"""The buttons, questions, selection and store that several rooms share."""
