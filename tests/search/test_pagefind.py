"""What Pagefind writes is read and written again, whatever its sizes."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.pagefind import MARK, decode, encode

NUMBERS = st.integers(0, 2**63)
VALUES = st.recursive(NUMBERS | st.text(), st.lists)


@given(VALUES)
def test_what_is_written_is_read_again(value):
    assert decode(encode([value])) == [value]


@pytest.mark.parametrize("count", [23, 24, 31, 255, 256, 65_536])
def test_a_list_of_any_length_is_read(count):
    assert decode(encode([*range(count)])) == [*range(count)]


def test_an_array_without_a_length_is_refused():
    with pytest.raises(ValueError, match="CBOR of another kind: 9f"):
        decode(gzip.compress(MARK + b"\x9f\x00\xff"))
