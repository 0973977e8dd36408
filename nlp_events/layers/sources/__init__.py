"""Who a figure is credited to."""
