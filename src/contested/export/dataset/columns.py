"""Claims as Parquet: the flat table's columns with their types. Needs pyarrow (`contested[parquet]`)."""

from io import BytesIO
from typing import Any

from contested.errors import SettingsError
from contested.export import flat
from contested.export.dataset.case import Case

NUMBERS = frozenset({"lat", "lon", "low", "high", "score"})
WHOLE = frozenset({"start", "end"})
TRUTHS = frozenset({"cumulative"})


def parquet(case: Case) -> bytes:
    """The claims as one Parquet file. SettingsError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise SettingsError("Parquet needs pyarrow: pip install 'contested[parquet]'") from error
    rows = list(case.rows())
    arrays = {
        name: pyarrow.array([_typed(name, get(row)) for row in rows], _type(pyarrow, name))
        for name, _, get in flat.COLUMNS
    }
    out = BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(arrays), out)
    return out.getvalue()


def _type(pyarrow: Any, name: str) -> Any:
    if name in NUMBERS:
        return pyarrow.float64()
    if name in WHOLE:
        return pyarrow.int64()
    return pyarrow.bool_() if name in TRUTHS else pyarrow.string()


def _typed(name: str, value: Any) -> Any:
    if value is None or name in WHOLE or name in TRUTHS:
        return value
    return float(value) if name in NUMBERS else str(value).encode("utf-8", "replace").decode("utf-8")
