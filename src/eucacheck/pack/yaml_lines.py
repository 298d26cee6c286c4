"""YAML text to plain values that keep their lines, so that every mistake can name the one it stands on."""

import re
from typing import Any

import yaml

from eucacheck.errors import PackError

_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it: 0.02 s against 0.22 s for 54,000 characters."""
_INTEGER = re.compile(r"-?\d{1,9}")
_NULL = {"", "~", "null"}
_BOOL = {"true": True, "false": False}
_DEEPEST = 20


def parse_list(file: str, text: str) -> list[tuple[Any, yaml.Node]]:
    """Parse a YAML file that holds a list: its entries with their nodes; none where the file is empty.

    Only `null`, `true`, `false` and whole numbers are no text: dates stay text, and so do `no`, `on` and 1.5.
    Raises PackError with the line for what is no YAML, no list, or has one key twice.
    """
    try:
        node = yaml.compose(text, Loader=_FAST)
    except (yaml.YAMLError, RecursionError) as error:
        raise PackError(f"{_at(file, error)}: this is no YAML: {_problem(error)}") from error
    if node is None or (isinstance(node, yaml.ScalarNode) and node.value in _NULL):
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise PackError(f"{file}:{_line(node)}: a list of entries is expected, each beginning with '- id:'")
    return [(_value(file, item, 0), item) for item in node.value]


def line_of(node: yaml.Node, path: tuple[int | str, ...]) -> int:
    """Give the line of the field that a path names ("holders", 0, "since"), as near as the tree goes."""
    line = _line(node)
    for step in path:
        found = _step(node, step)
        if found is None:
            break
        line, node = _line(found[0]), found[1]
    return line


def _step(node: yaml.Node, step: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _value(file: str, node: yaml.Node, depth: int) -> Any:  # noqa: ANN401 - YAML says what it is
    if depth > _DEEPEST:
        raise PackError(f"{file}:{_line(node)}: nested more than {_DEEPEST} deep; entries are flat")
    if isinstance(node, yaml.SequenceNode):
        return [_value(file, item, depth + 1) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return _mapping(file, node, depth)
    return _scalar(node)


def _mapping(file: str, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise PackError(f"{file}:{_line(key)}: the name of a field is expected before the colon")
        if key.value in table:
            raise PackError(f"{file}:{_line(key)}: {key.value}: stands twice in one entry")
        table[key.value] = _value(file, value, depth + 1)
    return table


def _scalar(node: yaml.Node) -> str | int | bool | None:
    text = str(node.value)
    if isinstance(node, yaml.ScalarNode) and node.style:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _at(file: str, error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f"{file}:{mark.line + 1}" if mark is not None else file


def _problem(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error or "nested too deep")
