"""Filing from the browser: signing in, errors beside their fields, the receipt, two tabs, a restart under an open form."""

from scenario import equal, expect, scenario
from world import json_of

UNIT, MONTH = "xa-23284", "2023-12"
FORM = f"/nop/{UNIT}/{MONTH}"


def sign_in(page, token):
    page.type("#ma", token)
    page.follow("button.main")


def field(counter):
    return f"[name='s.{counter}']"


def value(page, counter):
    return page.one(field(counter)).get_attribute("value")


def step(page, name):
    """Presses the button of the form that does this step."""
    page.follow(f"main button[value={name}]")


def fill_from_file(world, page):
    page.one("#tep").send_keys(str(world.folders.example))
    step(page, "tep")
    expect("Chưa nộp gì" in page.text(".note"), "Reading a file does not say that nothing was filed.")


def receipt(page):
    expect(page.path.startswith("/bien-nhan/"), f"Filing led to {page.path} instead of a receipt: {page.text('main')[:300]!r}")
    return int(page.path.rsplit("/", 1)[1])


def facts(page):
    return dict(zip([name.text for name in page.all("dl.numbers dt")], [value.text for value in page.all("dl.numbers dd")]))


@scenario("sign in, a wrong token first; file a month with an error and then without; the receipt and the list of filings")
def file_a_month(world):
    server, token = world.guarded(UNIT)
    page = world.browser(server)
    page.open(server.address + FORM)
    expect(page.path.startswith("/dang-nhap"), f"A form opens without signing in: {page.path}")
    sign_in(page, token[:-1] + ("A" if token[-1] != "A" else "B"))
    expect("Không đăng nhập được" in page.text("main") or "không đúng" in page.text("main"), "A wrong token is not refused in words.")
    expect(not page.driver.get_cookie("thidua"), "A wrong token began a session.")
    sign_in(page, token)
    equal(page.path, FORM, "Where the sign-in leads to")
    page.open(server.address + "/nop-bao-cao/" + MONTH)
    waiting = page.text("#chua-xa")
    expect("Phường Duy Tân" in waiting, "The unit is not on the list of those who have yet to file.")

    page.open(server.address + FORM)
    fill_from_file(world, page)
    total, files = value(page, "c_total"), value(page, "o_files")
    expect(total == "176" and files == "318", f"The file filled in {total} and {files}.")
    sums = [one.text for one in page.all(".demand[data-of=c_total] b")]
    equal(sums, ["= 176", "= 176"], "What is typed, added up beside the total")
    equal(page.all(".demand b.off"), [], "Sums that are said to be off, where all are right")
    page.type(field("c_total"), "175")
    equal(len(page.all(".demand[data-of=c_total] b.off")), 2, "Sums that are off once the total is wrong")
    opening = page.text("#gi-c_carry")
    expect(opening.startswith("đầu kỳ"), f"The opening stock is said to be of another time: {opening!r}")
    page.type(field("o_files"), "nhiều")
    step(page, "kiem")
    for counter in ("o_files", "c_total"):
        invalid = page.one(field(counter))
        equal(invalid.get_attribute("aria-invalid"), "true", f"The mark of the wrong field {counter}")
        beside = [page.one("#" + name) for name in invalid.get_attribute("aria-describedby").split() if name.startswith("loi-")]
        expect(beside and beside[0].is_displayed() and "S-2" in beside[0].text, f"{counter} has no error beside it.")
        near = beside[0].location["y"] - invalid.location["y"]
        expect(0 <= near < 120, f"The error of {counter} stands {near} pixels away from its field.")
    equal(value(page, "o_files"), "nhiều", "What was typed, after the error")
    expect(page.run("return document.activeElement.getAttribute('aria-invalid')") == "true", "The first wrong field does not have the focus.")
    page.type(field("c_total"), "176")
    page.type(field("o_files"), "1318")
    step(page, "kiem")
    expect("Kiểm tra trước khi nộp" in page.text("h1"), f"A right form was not accepted: {page.text('main')[:400]!r}")
    expect("1.318" in page.text("table.values"), "The check does not show what would be stored.")
    step(page, "nop")
    position = receipt(page)
    told = facts(page)
    expect(told["Đơn vị"].startswith("Phường Duy Tân") and told["Lần"] == "1" and "đúng hạn" in told["Thời hạn"], f"The receipt says {told}.")
    expect("1.318" in page.text("table.values"), "The receipt does not show the figures that were filed.")
    page.driver.refresh()
    equal(receipt(page), position, "The receipt after a reload")

    page.open(server.address + "/nop-bao-cao/" + MONTH)
    expect("Phường Duy Tân" not in page.text("#chua-xa"), "Who has filed is still on the list of those who have not.")
    page.click(next(summary for summary in page.all("details.twin summary") if "Xã" in summary.text))
    line = next((row.text for row in page.all("details.twin[open] tbody tr") if "Phường Duy Tân" in row.text), "")
    expect("đúng hạn" in line and line.endswith("1"), f"The list of filings says {line!r}.")


@scenario("two tabs file the same month: the second sees both values, and nothing is overwritten")
def two_tabs(world):
    server = world.server(world.folders.demonstration())
    page = world.browser(server)
    page.open(server.address + FORM)
    fill_from_file(world, page)
    first = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    second = page.driver.current_window_handle
    page.open(server.address + FORM)
    fill_from_file(world, page)

    def to_the_check(window, files):
        page.driver.switch_to.window(window)
        page.type(field("o_files"), files)
        step(page, "kiem")

    # Both have seen the check before either files: the harder order.
    to_the_check(first, "401")
    to_the_check(second, "402")
    page.driver.switch_to.window(first)
    step(page, "nop")
    position = receipt(page)
    page.driver.switch_to.window(second)
    step(page, "nop")
    expect("Đã có số liệu khác" in page.text("h1"), f"The second tab was told: {page.text('main')[:300]!r}")
    rows = [row.text for row in page.all("table.values tbody tr")]
    expect(len(rows) == 1 and "402" in rows[0] and "401" in rows[0], f"The two values are not both shown: {rows}")
    equal(json_of(server, f"/bien-nhan/{position}.json")["receipts"][0]["revision"], 1, "The revision of the first filing")
    page.follow(page.link("Giữ bản đã lưu"))
    equal(receipt(page), position, "The receipt of what is stored")
    expect("401" in page.text("table.values") and "402" not in page.text("table.values"), "The first filing was overwritten.")
    # And the easier one: the form of the second tab is older than the filing, and the person decides to replace it.
    page.open(server.address + FORM)
    equal(value(page, "o_files"), "401", "The form after the first filing")
    page.type(field("o_files"), "403")
    step(page, "kiem")
    expect("Thay lần nộp 1" in page.text("main"), "A correction is not named as one.")
    step(page, "nop")
    expect(receipt(page) > position and facts(page)["Lần"].startswith("2"), "A correction did not get revision 2.")


@scenario("a server that is restarted under an open form: what was typed is there after signing in again")
def restarted(world):
    server, token = world.guarded(UNIT)
    page = world.browser(server)
    page.open(server.address + FORM)
    sign_in(page, token)
    fill_from_file(world, page)
    page.type(field("o_files"), "777")
    page.type(field("c_pakn"), "chưa rõ")
    server.restart()
    step(page, "kiem")
    expect("Cần đăng nhập" in page.text("main") or "đăng nhập lại" in page.text("main"), f"After the restart the page says {page.text('main')[:300]!r}")
    sign_in(page, token)
    equal((value(page, "o_files"), value(page, "c_pakn"), value(page, "c_total")), ("777", "chưa rõ", "176"), "What was typed, after signing in again")
    expect("vẫn còn đây" in page.text(".note"), "The page does not say that what was typed is still there.")
    page.type(field("c_pakn"), "0")
    step(page, "kiem")
    step(page, "nop")
    receipt(page)
    expect("777" in page.text("table.values"), "What was typed before the restart was not filed.")


@scenario("a session that is ended in another tab under an open form: the same")
def signed_out(world):
    server, token = world.guarded(UNIT)
    page = world.browser(server)
    page.open(server.address + FORM)
    sign_in(page, token)
    page.type(field("o_files"), "778")
    first = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    page.open(server.address + "/tai-khoan")
    page.follow("form.acts button.main")
    expect(page.path.startswith("/dang-nhap"), "Signing out does not lead to the sign-in.")
    page.driver.close()
    page.driver.switch_to.window(first)
    step(page, "kiem")
    sign_in(page, token)
    equal(value(page, "o_files"), "778", "What was typed, after signing in again")
