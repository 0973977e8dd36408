"""The layers, a folder each: a component (Doc in, Doc out), rules over strings, a model of its resources.

``component.py`` alone knows spaCy; ``rules.py`` finds candidates and facts in a text; ``model.py`` is the form of
``lang/fr/layers/<same name>.yaml``. No layer knows another: they meet on the Doc.
"""
