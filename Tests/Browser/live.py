"""A board that is open in a browser follows what is filed."""

import time

from programs import call
from scenario import Skip, equal, expect, scenario

UNIT, MONTH = "xa-23284", "2023-12"
SECONDS = 5


def row(page):
    return page.run("const row = document.getElementById(arguments[0]); return row && row.textContent", UNIT)


@scenario("an open board shows a filed month within seconds, without being loaded again")
def follow(world):
    server = world.server(world.folders.demonstration())
    page = world.browser(server)
    page.open(f"{server.address}/bang-xep-hang/xa/{MONTH}")
    page.run("window.__same = true")
    page.read_logs()
    if not page.streams and not page.all("[data-stream]"):
        raise Skip("the board offers no event stream yet")
    page.until(lambda: page.read_logs() or page.streams, "the board asked for its event stream")
    before = row(page)
    expect(before, f"{UNIT} is not on the board.")
    call("thidua", "submit", world.folders.example, "--server", server.wire)
    begun = time.monotonic()
    page.until(lambda: row(page) not in (None, before), "the filed month was on the open board")
    took = time.monotonic() - begun
    expect(took <= SECONDS, f"The filed month was on the open board after {took:.1f} s; {SECONDS} s are the most.")
    expect(page.run("return window.__same === true"), "The page was loaded again.")
    followed = row(page)
    page.driver.refresh()
    equal(row(page), followed, "The row after a reload, against the one that the stream brought")
