# The words of webhooks.
