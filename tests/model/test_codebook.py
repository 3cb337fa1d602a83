from contested.model.codebook import codebook, codes_of


def test_codes_come_from_the_codebook() -> None:
    codes = codes_of("strike.air")
    assert (codes.plover, codes.acled, codes.cameo) == ("ASSAULT", "Air/drone strike", "195")


def test_what_a_scheme_has_not_is_none() -> None:
    assert codes_of("conflict.onset").plover is None
    assert codes_of("displacement.internal").cameo is None
    assert codes_of(None) == codes_of("no such type")


def test_every_row_has_a_label_and_a_family() -> None:
    assert len(codebook()) == 95
    assert all(row.label and row.family for row in codebook().values())
