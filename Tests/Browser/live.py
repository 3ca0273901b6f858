"""A board that is open in a browser follows what is filed."""

import time

from filing import sign_in
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


def state(page):
    return page.run("return document.getElementById('truc-tiep').dataset.state")


@scenario("a server that is restarted under an open board: the board says so, comes back by itself and goes on")
def restarted(world):
    server = world.server(world.folders.demonstration())
    page = world.browser(server)
    page.may_complain = True
    page.open(f"{server.address}/bang-xep-hang/xa/{MONTH}")
    page.run("window.__same = true")
    page.until(lambda: state(page) == "open", "the board followed its period")
    before = row(page)
    server.stop()
    page.until(lambda: state(page) == "lost" and "Mất kết nối" in page.text("#truc-tiep"), "the board said that its server was gone")
    equal(row(page), before, "What the board shows without its server")
    server.start(server.pages)
    page.until(lambda: state(page) == "open", "the board had its server again")
    call("thidua", "submit", world.folders.example, "--server", server.wire)
    page.until(lambda: row(page) not in (None, before), "what was filed after the restart was on the open board")
    expect(page.run("return window.__same === true"), "The page was loaded again.")


@scenario("a session that ends under an open board: the board says that somebody has to sign in")
def session_over(world):
    server, token = world.guarded(UNIT)
    page = world.browser(server)
    page.may_complain = True
    page.open(f"{server.address}/bang-xep-hang/xa/{MONTH}")
    sign_in(page, token)
    page.until(lambda: state(page) == "open", "the board followed its period")
    # Sessions are kept in the server's memory.
    server.restart()
    page.until(lambda: state(page) == "out", "the board said that the session was over")
    expect("tải lại trang để đăng nhập" in page.text("#truc-tiep"), page.text("#truc-tiep"))


@scenario("in a hall the pages of a long block turn by themselves, round and round, until somebody stops them")
def hall(world):
    server = world.open_server
    page = world.browser(server)
    page.open(f"{server.address}/bang-xep-hang/xa/2023-11?hoi-truong=")
    page.run("window.__same = true")

    def first():
        return page.text(".hall-list li b")

    def at():
        return page.run("return new URL(location.href).searchParams.get('trang')")

    equal(first(), "1", "The first place of the first page")
    button = page.one("#tu-chuyen")
    page.run("document.getElementById('tu-chuyen').dataset.seconds = 0.05")
    page.click(button)
    seen = set()

    def look():
        # The address and the rows change in one step.
        page_and_first = page.run("return [new URL(location.href).searchParams.get('trang') || '1', document.querySelector('.hall-list li b').textContent]")
        seen.add(tuple(page_and_first))
        return {number for number, _ in seen} >= {"1", "2", "3", "4", "5", "6"}

    page.until(look, "every page had been shown")
    firsts = {number: place for number, place in seen}
    equal(len(seen), 6, "Pages with the rows of another one")
    equal(firsts["1"], "1", "The first place after a round")
    # At this pace the button moves with the length of the pages: a hand would miss it.
    page.run("arguments[0].click()", button)
    equal(button.get_attribute("aria-pressed"), "false", "The button after stopping")
    stopped = at()
    page.run("return new Promise(done => setTimeout(done, 400))")
    equal(at(), stopped, "The page after stopping")
    expect(page.run("return window.__same === true"), "The page was loaded again.")
    # The address keeps that pages turn: the screen of a hall needs nobody who presses.
    page.open(f"{server.address}/bang-xep-hang/xa/2023-11?hoi-truong=&tu-chuyen=1")
    equal(page.one("#tu-chuyen").get_attribute("aria-pressed"), "true", "The button on a page whose address says so")
