"""Reading: from the board down to a figure, two languages, search, the same numbers in every format."""

import io
import re

from selenium.webdriver.common.keys import Keys

from scenario import equal, expect, scenario
from world import fetched, json_of, rows_of_csv


def shown_rows(page):
    """Each row of the tables of places: unit, name, place as printed, points as printed."""
    found = page.run("""
      return [...document.querySelectorAll("table.rank tbody tr[id]")].map(row => [row.id, row.querySelector(".unit a, .unit").textContent.trim(),
        row.querySelector(".place").textContent.trim(), row.querySelector(".points").textContent.trim()])""")
    expect(found, f"There is no row of a unit at {page.path}.")
    return [tuple(row) for row in found]


@scenario("from the board to a unit, its criteria and the figures behind them, and to the objectives")
def drill_down(world):
    page = world.browser(world.open_server)
    page.open(world.open_server.address + "/")
    page.follow(page.link("Bảng xếp hạng"))
    page.follow(next(link for link in page.all(".tabs a") if link.text.startswith("Huyện")))
    unit, name, place, points = shown_rows(page)[0]
    page.follow(f"tr[id='{unit}'] .unit a")
    equal(page.text("h1"), name, "The heading of the unit's page")
    facts = [fact.text for fact in page.all("dl.numbers dd strong")]
    equal(facts[:2], [place, points], "Place and points on the unit's page")
    criteria = page.all("table.criteria tbody tr") or page.all("main table tbody tr")
    ratios = [text for text in (row.text for row in criteria) if re.search(r"\d+,\d+%", text) and re.search(r"[\d.]+/[\d.]+", text)]
    expect(len(ratios) >= 5, f"Only {len(ratios)} criteria of {name} show their value with numerator and denominator.")
    expect("Nhận lúc" in page.text("main") and "mục nhật ký" in page.text("main"), "The page does not say when the figures were filed.")
    page.click(page.all("details.twin summary")[-1])
    figures = [row.text for row in page.all("details.twin[open] tbody tr")]
    expect(len(figures) >= 20 and figures[0].split()[0].startswith(("c_", "o_")), f"The figures that were filed are not shown: {figures[:2]}")
    page.follow(page.link("Mục tiêu"))
    outcomes = {section.get_attribute("id") for section in page.all("main section.card[id]")}
    expect({"not", "met"} <= outcomes or len(outcomes) >= 3, f"The objectives have the outcomes {sorted(outcomes)} only.")
    goal = page.one(".goals li")
    expect(page.one("blockquote", goal).text.strip().startswith("“"), "An objective shows no sentence of its plan.")
    expect("Yêu cầu" in goal.text, "An objective does not say what it demands.")


@scenario("another language and back: words and numbers change, the page stays")
def languages(world):
    page = world.browser(world.open_server)
    page.open(world.open_server.address + "/bang-xep-hang/huyen/2023-11")
    before = shown_rows(page)
    expect(all(re.fullmatch(r"\d+,\d\d", row[3]) for row in before), f"Points are not written with a comma: {before[0]}")
    page.follow("a.lang")
    equal(page.run("return document.documentElement.lang"), "en", "The language of the page")
    equal(page.text("h1").splitlines()[0], "Ranking", "The English heading")
    equal([row[3] for row in shown_rows(page)], [row[3].replace(",", ".") for row in before], "The points in English")
    page.follow(page.link("Objectives"))
    expect(page.text("h1").startswith("Objectives"), "The next page is not in English any more.")
    page.driver.back()
    page.until(lambda: page.path.startswith("/bang-xep-hang/huyen/2023-11"), "the board came back")
    page.follow("a.lang")
    equal(page.run("return document.documentElement.lang"), "vi", "The language of the page")
    equal(shown_rows(page), before, "The board after coming back to Vietnamese")


@scenario("\"dak to\", typed without marks, finds Đăk Tô")
def search(world):
    page = world.browser(world.open_server)
    page.open(world.open_server.address + "/")
    page.type("#tim", "dak to")
    page.leave(lambda: page.press(Keys.ENTER), "Enter in the search field")
    hits = [hit.text for hit in page.all(".hits a")]
    expect("Huyện Đắk Tô" in hits and "Thị trấn Đắk Tô" in hits, f"The search found {hits}.")
    page.follow(page.link("Huyện Đắk Tô"))
    equal(page.text("h1"), "Huyện Đắk Tô", "The page that the search led to")
    page.open(world.open_server.address + "/bang-xep-hang/huyen/2023-11")
    page.press("/")
    page.press("DAK TO")
    visible = [row.get_attribute("id") for row in page.all("table.rank tbody tr[id]") if row.is_displayed()]
    equal(visible, ["dak-to"], "The rows that are left while somebody types into the field that \"/\" leads to")


def as_place(text):
    return int(text.lstrip("=")) if text.lstrip("=").isdigit() else None


def as_points(text):
    """"89,59" as programs write it; "–" where there is none."""
    return text.replace(",", ".") if re.fullmatch(r"[\d,]+", text) else "–"


@scenario("the same places and points on the page, in CSV, in JSON, and in XLSX")
def formats(world):
    server = world.open_server
    page = world.browser(server)
    for path in ("/bang-xep-hang/so/2023-11", "/bang-xep-hang/huyen/2023-11", "/bang-xep-hang/huyen/2023", "/bang-xep-hang/xa/2023-12"):
        page.open(server.address + path)
        on_page = {}
        while True:
            on_page |= {unit: (as_place(place), as_points(points)) for unit, _, place, points in shown_rows(page)}
            more = page.all(".pages a[rel=next]")
            if not more:
                break
            page.follow(more[0])
        in_csv = {row["unit"]: (int(row["place"]) if row["place"] else None, row["points"] or "–") for row in rows_of_csv(server, path + ".csv")}
        rows = json_of(server, path + ".json")["blocks"][0]["rows"]
        in_json = {row["unit"]: (row["place"], f"{row['points']:.2f}" if row["points"] is not None else "–") for row in rows}
        equal(len(on_page), len(in_csv), f"The number of units at {path}, in CSV and on the page")
        for unit, wanted in in_csv.items():
            equal(in_json.get(unit), wanted, f"{unit} at {path}, in JSON against CSV")
            equal(on_page.get(unit), wanted, f"{unit} at {path}, on the page against CSV")
        if any("XLSX" in link.text for link in page.all(".files a")):
            compare_sheet(fetched(server, path + ".xlsx"), rows, path)


def compare_sheet(file, rows, path):
    """Every unit's row of the workbook has its place and its points as true numbers."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(file))
    cells = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    for row in rows:
        mine = [line for line in cells if row["name"] in line and (row["place"] is None or row["place"] in line)]
        expect(mine, f"{row['name']} with place {row['place']} is not in {path}.xlsx.")
        if row["points"] is not None:
            numbers = [cell for line in mine for cell in line if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
            expect(any(abs(number - row["points"]) < 1e-9 for number in numbers), f"{path}.xlsx has no number {row['points']} for {row['name']}.")
