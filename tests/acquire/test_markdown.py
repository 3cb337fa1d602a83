import time

import pytest

from contested.acquire.markdown import plain

SOURCE = """---
title: "Ceasefire in Marib"
date: 2022-04-03
author: Sara Haddad
---
# Ceasefire in *Marib*

Both sides **agreed** to a [two-month truce](https://un.example/t "UN"), the _envoy_ said.[^1]

> "We will keep it," a Houthi spokesman said.

- fuel ships may enter `Hodeidah`
- flights from Sana'a_airport resume

| Front | Dead |
|-------|-----:|
| Marib | 12 |

```python
killed = 99
```

![A burnt tank near Marib](tank.jpg)
Snake_case_names and 3 * 4 * 5 stay.

[^1]: https://un.example/n
"""


def test_the_words_stay_and_the_marks_go() -> None:
    assert plain(SOURCE).text == (
        "Ceasefire in Marib\n\n"
        "Both sides agreed to a two-month truce, the envoy said.\n\n"
        '"We will keep it," a Houthi spokesman said.\n\n'
        "- fuel ships may enter Hodeidah\n- flights from Sana'a_airport resume\n\n"
        "Front | Dead\n\nMarib | 12\n\n"
        "A burnt tank near Marib\nSnake_case_names and 3 * 4 * 5 stay."
    )


def test_title_and_fields_come_from_the_front_matter() -> None:
    found = plain(SOURCE)
    assert found.title == "Ceasefire in Marib"
    assert found.fields["date"] == "2022-04-03"
    assert found.fields["author"] == "Sara Haddad"


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert plain("Fighting in **Kidal**\n===\n\nThe army left.").title == "Fighting in Kidal"
    assert plain("The army left.").title is None


def test_plain_text_comes_out_as_it_is() -> None:
    text = "KIDAL, Mali - The army left at 5 p.m. * Its trucks stayed.\n\nNobody was hurt & nobody <5 was seen."
    assert plain(text).text == text


@pytest.mark.parametrize(
    "mark", ["[", "![", "[^", "[a](b", "<!--", "<a ", "`", "**", "*a", "_a", "](", "[a][", "|", "> "]
)
def test_a_wall_of_marks_takes_no_time(mark: str) -> None:
    began = time.process_time()
    assert "Rebels left Gao." in plain(f"# A\n\nRebels left Gao.\n\n{mark * 10_000}{'`' * 20_001}*\n").text
    assert time.process_time() - began < 3
