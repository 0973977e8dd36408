"""The steps that networks are computed in."""

from __future__ import annotations

import numpy
import pytest

from nlp_events.networks.arithmetic import product

CHANCE = numpy.random.default_rng(3)


def drawn(*shape: int) -> numpy.ndarray:
    return CHANCE.normal(size=shape).astype("float32")


@pytest.mark.parametrize("shape", [(0, 6), (1, 6), (8, 6), (33, 6), (2, 9, 6), (3, 0, 6)])
def test_product_is_that_of_matrices(shape: tuple[int, ...]) -> None:
    rows, weights = drawn(*shape), drawn(6, 5)
    told = product(rows, weights)
    assert told.shape == (*shape[:-1], 5)
    assert numpy.allclose(told, rows @ weights, atol=1e-5)


@pytest.mark.parametrize("width", [1, 14, 128])
def test_product_of_a_row_does_not_hang_on_those_beside_it(width: int) -> None:
    rows, weights = drawn(333, 192), drawn(192, width)
    told = product(rows, weights)
    for first, last in ((0, 1), (7, 19), (320, 333), (100, 300)):
        assert (product(rows[first:last], weights) == told[first:last]).all()


def test_product_leaves_other_cores_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few multiplications at a time that OpenBLAS keeps to one thread, with the widest weights that are shipped."""
    asked: list[int] = []
    matmul = numpy.matmul

    def noted(rows: numpy.ndarray, weights: numpy.ndarray, **more: object) -> numpy.ndarray:
        asked.append(rows.shape[-2] * weights.size)
        return matmul(rows, weights, **more)

    monkeypatch.setattr(numpy, "matmul", noted)
    product(drawn(100, 192), drawn(192, 128))
    assert asked
    assert max(asked) <= 2**18
