"""Asserted, unconfirmed, possible or denied."""
