"""Arguments and options that more than one command has."""

from __future__ import annotations

from typing import Annotated

import typer

EXIT_CODES = "Exit code: 0 all done, 1 some articles could not be read or processed, 2 nothing was done."

File = Annotated[str, typer.Argument(metavar="FILE", help="A file of one or more articles, or - for standard input.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date (YYYY-MM-DD) of all articles, instead of their own."),
]
MaxChars = Annotated[
    int, typer.Option("--max-chars", min=1, metavar="N", help="Characters of the longest text taken for one article.")
]
MaxSeconds = Annotated[
    float,
    typer.Option(
        "--max-seconds", min=0, metavar="S", help="Seconds to read one article, or to process it; 0: no limit."
    ),
]
TextField = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="JSON key, path of keys (fields.body) or column that holds the text, if its name does not tell; may be "
        "given more than once, and for some files only (*.csv=Contenu).",
    ),
]
IdField = Annotated[list[str] | None, typer.Option(metavar="NAME", help="The one that holds the id of an article.")]
DateField = Annotated[list[str] | None, typer.Option(metavar="NAME", help="The one that holds its publication date.")]
TitleField = Annotated[list[str] | None, typer.Option(metavar="NAME", help="The one that holds its title.")]
SourceField = Annotated[list[str] | None, typer.Option(metavar="NAME", help="The one that holds its site or paper.")]
Records = Annotated[
    str | None, typer.Option(metavar="KEY", help="Key or path below which a JSON file has its list of articles.")
]
Preset = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="What wrote the files: reliefweb, mediacloud, gdelt, tweets, telegram, labelstudio."
    ),
]
DateFormat = Annotated[
    str | None,
    typer.Option(
        metavar="FORM", help="How dates are written where they cannot be told: %m/%d/%Y, with the signs of strptime."
    ),
]
FixEncoding = Annotated[
    bool, typer.Option("--fix-encoding", help="Mend text that was once wrongly decoded (mojibake).")
]
StdinFormat = Annotated[
    str | None,
    typer.Option(metavar="FORMAT", help="What standard input holds (csv, html …), if its first bytes do not tell."),
]
Base = Annotated[str, typer.Option(metavar="PIPELINE", help="French spaCy pipeline to build on: a name or a path.")]
WordsFolder = Annotated[
    str | None,
    typer.Option(
        metavar="DIR", help="Folder of words and rules of your own, added to ours: see «nlp-events words init»."
    ),
]
Aliases = Annotated[
    str | None, typer.Option(metavar="FILE.csv", help="Organisations of your own and their names, which win.")
]
PlacesFile = Annotated[
    str | None,
    typer.Option("--places", metavar="FILE.csv", help="Places of your own and their names, which win."),
]
DecisionsFolder = Annotated[
    str | None,
    typer.Option(
        "--decisions", metavar="DIR", help="Folder of weights of your own, that «nlp-events learn» has written."
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        metavar="P",
        help="How sure a figure has to be to become a record, from 0 to 1, instead of the usual threshold.",
    ),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace a file that is there; an input never is.")]
Excel = Annotated[
    bool,
    typer.Option("--excel", help="A .csv as Excel opens it in French: byte order mark, semicolons, decimal commas."),
]
DataPackage = Annotated[
    bool, typer.Option("--datapackage", help="Also a datapackage.json that describes the columns (.csv, .sqlite).")
]
PageLanguage = Annotated[
    str | None, typer.Option("--lang", metavar="en|fr", help="Language of the page; else that of the messages.")
]
