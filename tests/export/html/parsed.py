"""A page taken apart for tests: its tags, attributes and texts, and whether every tag is closed where it should be."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "source", "wbr"}
OPTIONAL = {"circle", "line", "path"}


class Page(HTMLParser):
    """`tags` are (name, attributes) in order; `texts` the text in each tag's own; `wrong` what is not well nested."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.wrong: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += [f"<{tag}> is not closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if len({name for name, _ in attrs}) != len(attrs):
            self.wrong.append(f"<{tag}> has an attribute twice")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in OPTIONAL:
            self.wrong.append(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.texts.append((self._open[-1] if self._open else "", data))

    def all(self, name: str, **wanted: str) -> list[dict[str, str]]:
        """Attributes of the tags of this name whose class is `wanted["class_"]`, if one is wanted."""
        class_ = wanted.get("class_")
        found = [attributes for tag, attributes in self.tags if tag == name]
        return [a for a in found if class_ is None or class_ in a.get("class", "").split()]

    def text_of(self, tag: str) -> str:
        return "".join(data for name, data in self.texts if name == tag)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]
