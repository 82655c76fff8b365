# The words of comments.
