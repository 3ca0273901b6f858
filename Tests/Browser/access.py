"""For everybody: the rules of axe-core, narrow windows, the keyboard alone."""

from chromium import Keys
from filing import FORM, sign_in
from scenario import equal, expect, scenario

PAGES = [
    "/", "/bang-xep-hang/tat-ca/2023-11", "/bang-xep-hang/huyen/2023-11", "/bang-xep-hang/xa/2023-12", "/bang-xep-hang/so/2023-Q3", "/don-vi/kon-ray/2023-11",
    "/tom-tat/2023-11", "/bang-xep-hang/xa/2023-12?hoi-truong=",
    "/don-vi/xa-23284/2023-12", "/muc-tieu/2023", "/nop-bao-cao/2023-12", "/nop-bao-cao/2023-11", "/tim?tim=dak+to", "/tim?tim=zzz", "/nop", "/nop/xa-23284",
    FORM, "/khong-co", "/don-vi/khong-co",
]


def linked(page, server):
    """Pages that only a link leads to: pictures, and what comes later."""
    page.open(server.address + "/bang-xep-hang/huyen/2023-11")
    known = {"bang-xep-hang", "don-vi", "muc-tieu", "nop-bao-cao", "nop", "tom-tat", "tai-san", "tim", ""}
    links = page.run("return [...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))")
    return sorted({link for link in links if link.split("#")[0].split("?")[0].split("/")[1] not in known and "." not in link.rsplit("/", 1)[1]})


def examine(page, found, where, dark=True):
    """Light with all rules, then dark with those about colours; the page's body is no wider than its window."""
    page.run("for (const one of document.querySelectorAll('details:not(.pick)')) one.open = true")
    wide = page.sideways()
    if wide > 0:
        found.append(f"{where} is {wide} pixels wider than its window.")
    page.colours("light")
    found += [f"{where}, light: {line}" for line in page.axe()]
    if not dark:
        return
    page.colours("dark")
    found += [f"{where}, dark: {line}" for line in page.axe(["color-contrast", "link-in-text-block"])]


def every_page(world, language, width, dark=None):
    server = world.open_server
    page = world.browser(server, width=width)
    found = []
    for path in PAGES + linked(page, server):
        page.open(server.address + path + ("&" if "?" in path else "?") + "lang=" + language)
        # Colours are those of the Vietnamese page; English differs in its words and their length.
        examine(page, found, f"{path} ({language}, {width} px)", dark=language == "vi" if dark is None else dark)
    expect(not found, f"{len(found)} findings:\n    " + "\n    ".join(found[:12]))


@scenario("axe-core and no sideways scroll on every page: Vietnamese, 390 px, light and dark")
def phone_vi(world):
    every_page(world, "vi", 390)


@scenario("axe-core and no sideways scroll on every page: English, 390 px")
def phone_en(world):
    every_page(world, "en", 390)


@scenario("pictures on a phone: all periods and names in view, and names that stay beside their cells")
def pictures_on_a_phone(world):
    server = world.open_server
    page = world.browser(server, width=390)
    page.open(server.address + "/dien-bien/huyen/2023-11")
    cut = page.run("""
        const picture = [...document.querySelectorAll("svg.course[role=img]")].filter(one => one.checkVisibility());
        if (picture.length !== 1) return ["pictures: " + picture.length];
        return [...picture[0].querySelectorAll("text")].filter(one => {
            const at = one.getBoundingClientRect();
            return at.left < 0 || at.right > innerWidth;
        }).map(one => one.textContent)""")
    equal(cut, [], "Words of the picture that are not in the window")
    page.open(server.address + "/ban-do-nhiet/xa/2023-11")
    moved = page.run("""
        const frame = [...document.querySelectorAll(".scroll")].filter(one => one.querySelector("svg.heat") && one.checkVisibility());
        if (frame.length !== 1) return "frames: " + frame.length;
        const name = frame[0].querySelector(".stay .unit"), cells = frame[0].querySelector("svg[role=img]");
        const before = [name.getBoundingClientRect().left, cells.getBoundingClientRect().left];
        frame[0].scrollLeft = 200;
        return [Math.round(name.getBoundingClientRect().left - before[0]), Math.round(cells.getBoundingClientRect().left - before[1])]""")
    equal(moved, [0, -200], "How far the names and the cells went when the cells were moved by 200")


@scenario("axe-core and no sideways scroll on every page: Vietnamese, 768 px")
def tablet_vi(world):
    # Its colours are those of the two other widths.
    every_page(world, "vi", 768, dark=False)


@scenario("axe-core and no sideways scroll on every page: Vietnamese, 1280 px, light and dark")
def desk_vi(world):
    every_page(world, "vi", 1280)


@scenario("axe-core and no sideways scroll on every page: English, 1280 px")
def desk_en(world):
    every_page(world, "en", 1280)


@scenario("axe-core on the way of a filing: sign-in, refusal, errors, check, receipt, account")
def filing_way(world):
    server, token = world.guarded("xa-23284")
    found = []
    for width in (390, 1280):
        page = world.browser(server, width=width)
        page.open(server.address + "/nop")
        examine(page, found, f"sign-in ({width} px)")
        sign_in(page, "thidua_x")
        examine(page, found, f"a refused sign-in ({width} px)")
        sign_in(page, token)
        page.open(server.address + FORM)
        page.type("[name='s.c_total']", "x")
        page.follow("main button[value=kiem]")
        examine(page, found, f"a form with errors ({width} px)")
        page.one("#tep").send_keys(str(world.folders.example))
        page.follow("main button[value=tep]")
        page.type("[name='s.o_files']", str(1000 + width))
        page.follow("main button[value=kiem]")
        examine(page, found, f"the check ({width} px)")
        page.follow("main button[value=nop]")
        expect(page.path.startswith("/bien-nhan/"), f"No receipt came, but {page.path}.")
        examine(page, found, f"the receipt ({width} px)")
        page.open(server.address + "/tai-khoan")
        examine(page, found, f"the account ({width} px)")
        page.open(server.address + "/don-vi/dak-to")
        examine(page, found, f"a page of another unit ({width} px)")
    expect(not found, f"{len(found)} findings:\n    " + "\n    ".join(found[:12]))


def focused(page):
    return page.run("""
      const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
      return {tag: one.tagName, text: (one.getAttribute("aria-label") || one.textContent || one.placeholder || "").trim(), name: one.name || "", href: one.getAttribute("href"),
        visible: box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth,
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2}""")


def tour(page, most=400):
    """What Tab comes to, in order, until the focus leaves the page."""
    stops = []
    for _ in range(most):
        page.tab()
        stop = focused(page)
        if stop["tag"] == "BODY":
            break
        expect(stop["visible"], f"The focus is on something that cannot be seen: {stop} at {page.path}")
        expect(stop["ring"], f"The focus on {stop['text'] or stop['name']!r} at {page.path} has no ring.")
        stops.append(stop)
    return stops


@scenario("the keyboard alone: skip link, order, a focus that is seen, menus, a form to its receipt")
def keyboard(world):
    server = world.open_server
    page = world.browser(server)
    page.open(server.address + "/bang-xep-hang/huyen/2023-11")
    page.tab()
    equal(focused(page)["href"], "#noi-dung", "The first stop, the link that skips the head,")
    expect(focused(page)["visible"], "The skip link cannot be seen when it has the focus.")
    page.press(Keys.ENTER)
    page.until(lambda: page.run("return document.activeElement.id") == "noi-dung", "the skip link moved the focus to the content")
    page.tab()
    expect(page.run("return document.getElementById('noi-dung').contains(document.activeElement)"), "After the skip link Tab does not go on inside the content.")
    page.driver.refresh()
    texts = [stop["text"] for stop in tour(page)]
    order = ["Bảng xếp hạng", "Mục tiêu", "Nhập số liệu", "Tìm đơn vị", "English", "Tháng 11/2023", "Xã, phường, thị trấn", "Huyện Đắk Glei", "Huyện Sa Thầy", "CSV"]
    at = [next((index for index, text in enumerate(texts) if text.startswith(wanted)), None) for wanted in order]
    expect(None not in at, f"Tab does not come to {[wanted for wanted, where in zip(order, at) if where is None]}, but to {texts}.")
    equal(at, sorted(at), f"The order of {order}")
    menu = page.one("details.pick summary")
    menu.send_keys(Keys.ENTER)
    page.until(lambda: page.all("details.pick[open]"), "Enter opened the list of periods")
    page.press(Keys.ESCAPE)
    page.until(lambda: not page.all("details.pick[open]"), "Escape closed it")
    expect(page.run("return document.activeElement.tagName") == "SUMMARY", "After Escape the focus is not where it was.")

    own = world.server(world.folders.demonstration())
    page = world.browser(own)
    page.open(own.address + FORM)
    stops = tour(page)
    names = [stop["name"] for stop in stops if stop["name"]]
    expect(names.index("s.c_carry") < names.index("s.c_total") < names.index("s.o_files"), "Tab does not go through the fields in their order.")
    equal(stops[[index for index, stop in enumerate(stops) if stop["text"] == "Kiểm tra"][0]]["tag"], "BUTTON", "What follows the fields")
    for line in world.folders.example.read_text().splitlines()[1:]:
        _, _, counter, value = line.split(",")
        field = page.one(f"[name='s.{counter}']")
        field.clear()
        field.send_keys(value)
    page.leave(lambda: page.press(Keys.ENTER), "Enter in a field")
    expect("Kiểm tra trước khi nộp" in page.text("h1"), f"Enter in a field does not check the form: {page.text('main')[:200]!r}")
    page.leave(lambda: page.one("main button[value=nop]").send_keys(Keys.ENTER), "Enter on the button that files")
    expect(page.path.startswith("/bien-nhan/"), "The keyboard did not lead to a receipt.")
