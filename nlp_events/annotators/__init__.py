"""Tools in which people annotate text: records written for them, and their annotation read back.

A figure is a marked stretch of text, its label the impact. Its other slots are choices and texts of that stretch, as
far as a tool knows such things, and links join two figures. What is read back is an annotated article, as ``scoring``
and ``learning`` take it.
"""
