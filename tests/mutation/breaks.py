"""The breaks of one module: each a small change of its syntax tree, found and made by position."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Change = Callable[[], ast.AST]

SWAPPED: dict[type, tuple[type, ...]] = {
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.Add,), ast.And: (ast.Or,), ast.Or: (ast.And,),
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
# What these tell Python changes no result, so that no test can notice: types, caches, checks of length.
TYPES = {"TypeVar", "NewType", "Literal", "Annotated", "cast", "ParamSpec"}
IDLE_KEYWORDS = {"strict", "maxsize", "slots", "frozen", "kw_only"}


@dataclass(frozen=True, slots=True)
class Break:
    """One way to break a module.

    Attributes:
        line: line of the source.
        what: the change in words.
        function: first line of the outermost function it is in; 0 outside of any.
        end: last line of that function.
        tree: the module with the change made.
    """

    line: int
    what: str
    function: int
    end: int
    tree: ast.Module


def breaks_of(path: Path) -> list[Break]:
    """Every break of a module, in the order of its lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for node, function in _places(tree, None):
        for what, change in _changes(node):
            broken = _with(tree, node, change)
            at = node.target if isinstance(node, ast.comprehension) else node
            first, last = _lines_of(function) if function else (0, 0)
            found.append(Break(getattr(at, "lineno", first), what, first, last, broken))
    return found


def _lines_of(function: ast.FunctionDef) -> tuple[int, int]:
    """First and last line, as Python counts them: from the first decorator."""
    return min(one.lineno for one in (function, *function.decorator_list)), function.end_lineno or 0


def _places(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[tuple[ast.AST, ast.FunctionDef | None]]:
    """Each node that a break may change, with the outermost function that it is in."""
    yield node, function
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list") or _is_idle(node):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                # Defaults of arguments are worked out when the function is made, outside of it.
                within = None if name == "args" and node is function else function
                inside = within or (child if isinstance(child, ast.FunctionDef) else None)
                yield from _places(child, inside)


def _is_idle(node: ast.AST) -> bool:
    """What is there for readers and type checkers."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
        return True
    if isinstance(node, ast.keyword):
        return node.arg in IDLE_KEYWORDS
    named = node.func if isinstance(node, ast.Call) else node.value if isinstance(node, ast.Subscript) else None
    return isinstance(named, ast.Name) and named.id in TYPES


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    """What may be done to a node: the change in words, and what makes the node that takes its place."""
    if _is_idle(node):
        return
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in SWAPPED.get(type(node.ops[0]), ()):
            new = ast.Compare(node.left, [other()], node.comparators)
            yield f"{_name(node.ops[0])} → {other.__name__}", _made(new)
    elif isinstance(node, (ast.BoolOp, ast.BinOp)):
        for other in SWAPPED.get(type(node.op), ()):
            yield f"{_name(node.op)} → {other.__name__}", _swapped(node, other())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped", _made(node.operand)
    elif isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in NAMES:
        yield f"{node.id} → {NAMES[node.id]}", _made(ast.Name(NAMES[node.id], ast.Load()))
    else:
        yield from _of_flow(node)


def _of_flow(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, (ast.If, ast.IfExp)):
        yield "condition negated", _negated(node)
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield "conditions dropped", _made(ast.comprehension(node.target, node.iter, [], node.is_async))
    elif isinstance(node, ast.Return) and node.value is not None and not _is_false(node.value):
        yield "return None", _made(ast.Return(ast.Constant(None)))
    elif isinstance(node, (ast.AugAssign, ast.Raise, ast.Continue, ast.Break)):
        yield f"{_name(node)} removed", _made(ast.Pass())
    elif isinstance(node, ast.Expr) and isinstance(node.value, (ast.Call, ast.Yield, ast.YieldFrom)):
        yield f"{_name(node.value)} removed", _made(ast.Expr(ast.Constant(None)))


def _constants(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    value = node.value
    if isinstance(value, bool):
        yield f"{value} → {not value}", _made(ast.Constant(not value))
    elif isinstance(value, (int, float)):
        yield f"{value} → {value + 1}", _made(ast.Constant(value + 1))
        yield f"{value} → {value - 1}", _made(ast.Constant(value - 1))
    elif isinstance(value, str) and value and " " not in value:  # not messages: tests know them by a part
        other = f"{value[:-1]}~"
        yield f"{value!r} → {other!r}", _made(ast.Constant(other))


def _made(node: ast.AST) -> Change:
    return lambda: node


def _swapped(node: ast.BoolOp | ast.BinOp, operator: ast.AST) -> Change:
    other = copy.copy(node)
    other.op = operator  # type: ignore[assignment]
    return lambda: other


def _negated(node: ast.If | ast.IfExp) -> Change:
    other = copy.copy(node)
    other.test = ast.UnaryOp(ast.Not(), node.test)
    return lambda: other


def _is_false(node: ast.AST) -> bool:
    """What is as good as None to whoever asks for truth."""
    return isinstance(node, ast.Constant) and not node.value


def _name(node: ast.AST) -> str:
    return type(node).__name__


class _Replaced(ast.NodeTransformer):
    """The tree with one node in another's place; the nodes on the way to it are new, the others shared."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.old:
            return ast.copy_location(self.new, node)
        fields = {}
        for name, value in ast.iter_fields(node):
            fields[name] = (
                [self.visit(one) if isinstance(one, ast.AST) else one for one in value]
                if isinstance(value, list)
                else self.visit(value)
                if isinstance(value, ast.AST)
                else value
            )
        if all(value is getattr(node, name) or value == getattr(node, name) for name, value in fields.items()):
            return node
        return ast.copy_location(type(node)(**fields), node)


def _with(tree: ast.Module, old: ast.AST, change: Change) -> ast.Module:
    broken = _Replaced(old, change()).visit(tree)
    return ast.fix_missing_locations(broken)  # type: ignore[return-value, type-var]
