"""Paper: the PDF of a board has the numbers of its CSV, on A4, with what it was computed from on every sheet."""

import re
import subprocess

from scenario import Skip, equal, expect, scenario
from world import rows_of_csv


def text_of(file):
    try:
        return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, timeout=60).stdout.decode()
    except FileNotFoundError:
        raise Skip("there is no pdftotext here (Debian: poppler-utils)") from None


def bare(text):
    return re.sub(r"\s+", "", text)


@scenario("boards printed to PDF: the places and points of the CSV, on A4, each sheet with its provenance and number")
def print_boards(world):
    server = world.open_server
    page = world.browser(server)
    for path, period in (("/bang-xep-hang/huyen/2023-11", "Tháng 11/2023"), ("/bang-xep-hang/xa/2023-11", "Tháng 11/2023"), ("/bang-xep-hang/so/2023-12", "Tháng 12/2023")):
        page.open(server.address + path)
        file = world.scratch / "board.pdf"
        file.write_bytes(page.pdf())
        sheets = text_of(file).split("\f")[:-1]
        rows = rows_of_csv(server, path + ".csv")
        wanted = [(int(row["place"]), row["points"].replace(".", ",")) for row in rows if row["place"]]
        printed = [(int(place), points) for place, points in re.findall(r"^ *=?(\d+) +(?:\S.*? )??(\d+,\d\d)(?= |$)", "\n".join(sheets), re.M)]
        equal(printed, wanted, f"Places and points in the PDF of {path}")
        missing = [row["name"] for row in rows if bare(row["name"]) not in bare("".join(sheets)) and not in_words(row["name"], sheets)]
        expect(not missing, f"Not in the PDF of {path}: {missing[:5]}")
        size = subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True, timeout=60).stdout.decode()
        expect("A4" in size, f"The PDF of {path} is not A4: {size}")
        digest = page.run("return [...document.querySelectorAll('.facts div')].map(d => d.lastElementChild.textContent).find(t => /^[0-9a-f]{12}$/.test(t))")
        for number, sheet in enumerate(sheets, 1):
            for fact in (period, "nhật ký mục", digest, "TRÌNH DIỄN"):
                expect(fact in sheet, f"Sheet {number} of the PDF of {path} does not say {fact!r}.")
            expect(re.search(rf"\b{number}\s*/\s*{len(sheets)}\b", sheet), f"Sheet {number} of {len(sheets)} of {path} has no number.")


def in_words(name, sheets):
    """A name that is broken over two lines stands in the text in two pieces."""
    text = "\n".join(sheets)
    return all(word in text for word in name.split())


@scenario("the summary printed to PDF: one A4, with who leads in every block")
def print_summary(world):
    server = world.open_server
    page = world.browser(server)
    page.open(server.address + "/tom-tat/2023-11")
    file = world.scratch / "summary.pdf"
    file.write_bytes(page.pdf())
    sheets = text_of(file).split("\f")[:-1]
    equal(len(sheets), 1, "The number of sheets of the summary")
    for block in ("so", "huyen", "xa"):
        leader = rows_of_csv(server, f"/bang-xep-hang/{block}/2023-11.csv")[0]
        expect(in_words(leader["name"], sheets) and leader["points"].replace(".", ",") in sheets[0], f"The leader of {block}, {leader['name']}, is not in the printed summary.")
