"""A web page as a Report: what was given with it comes before what the page says of itself."""

from dataclasses import replace
from urllib.parse import urlsplit

from contested.acquire.assemble import Known, assemble
from contested.acquire.extract import extract_html
from contested.acquire.options import InputOptions
from contested.errors import InputError
from contested.lexicon import yaml_data
from contested.model.report import Report


def report_of_page(html: str, known: Known, options: InputOptions) -> Report:
    """The report on the page; InputError `empty` for a blank page, `no_text` if no report is found on it.

    The language that a page declares is not believed: it is often that of the template.
    """
    if not html.strip():
        raise InputError("empty", "the page is empty")
    page = extract_html(html.encode("utf-8", "replace").decode("utf-8"), url=known.url)
    url = known.url or page.url
    filled = replace(
        known,
        title=known.title or page.title,
        author=known.author or page.author,
        source=known.source or options.source or outlet_of(url) or page.source,
        url=url,
        page=page.published,
        page_basis=page.published_basis,
        blocks=page.blocks,
    )
    return assemble(page.text, filled, options)


def outlet_of(url: str | None) -> str | None:
    """The outlet's name by the host of a URL (data/sources.yml), None if it is not among them."""
    if not url:
        return None
    hosts = yaml_data("sources.yml")
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    while "." in host:
        if host in hosts:
            return str(hosts[host])
        host = host.split(".", 1)[1]
    return None
