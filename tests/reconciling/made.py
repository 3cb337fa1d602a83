"""Reports made by hand for tests of reconciling: no reader is run. Texts, outlets and places are inventions of ours."""

from contested.model.reading import Reading
from contested.model.report import Report, Unreadable


def report(
    name: str, text: str, *, day: str | None = None, source: str | None = None, title: str | None = None
) -> Reading:
    """A reading with text and nothing found in it."""
    basis = "given" if day else "none"
    return Reading(
        report=Report(name, text, source=source, title=title, published_at=day, published_basis=basis), text=text
    )


def broken(name: str | None, line: int | None = None) -> Reading:
    return Reading(report=Unreadable(name, "empty", "there is no text", line=line))


FERRY = """
A ferry with 60 passengers ran onto a sandbank off Port Lemba on Thursday evening after its engine failed, the
harbour master said.

Fishing boats from Lemba took everybody off before midnight. Nobody was hurt. The harbour master, Odile Kasongo,
said the vessel had been due for repairs in May and that its owner would be asked why it sailed at all.

Passengers slept in the customs hall and were given tea. A tug from the capital is expected on Saturday to pull the
ferry free at high water, if the wind drops.
"""
FERRY_TOLD_AGAIN = """
Sixty people were rescued by fishermen when the Port Lemba ferry lost its engine and grounded on a sandbank,
harbour master Odile Kasongo told radio listeners on Friday. She promised an inquiry into the owner of the vessel.
The tug comes from the capital.
"""
FIRE = """
Two warehouses with cotton burned down in the railway yard of Dessau Junction on Wednesday, the fire brigade said.
Brigade captain Horst Welk spoke of arson: three fires had been lit at once. Damage was put at two million. Trains
to the north were stopped until noon.
"""
FIRE_TOLD_AGAIN = """
Arson is suspected after cotton warehouses at Dessau Junction went up in flames. Captain Horst Welk of the fire
brigade said his men had found three seats of fire in the railway yard, and that a watchman had seen a lorry leave.
"""
BACKGROUND = """
The province has seen eleven strikes of dockers since the new tariff came into force two years ago, and the union
has said that it will not sign any agreement before the tariff is withdrawn and the dismissed foremen are taken
back at their old wages.
"""
