"""Pictures of every page: three widths, light and dark."""

from access import PAGES, linked
from filing import FORM, fill_from_file, sign_in

WIDTHS = ((390, 844), (820, 1100), (1280, 900))


def name(path):
    return path.strip("/").replace("/", "_").replace("?", "_").replace("=", "_").replace("+", "_") or "start"


def take(world, folder):
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    server = world.open_server
    guarded, token = world.guarded("xa-23284")
    for width, height in WIDTHS:
        page = world.browser(server, width=width, height=height)

        def shoot(label):
            nonlocal count
            for scheme in ("light", "dark"):
                page.colours(scheme)
                page.picture(folder / f"{label}-{width}-{scheme}.png", whole=True)
                count += 1

        for path in PAGES + linked(page, server):
            page.open(server.address + path)
            shoot(name(path))
        page.open(guarded.address + "/nop")
        shoot("sign-in")
        sign_in(page, "thidua_x")
        shoot("sign-in-refused")
        sign_in(page, token)
        page.open(guarded.address + FORM)
        page.type("[name='s.c_total']", "x")
        page.follow("main button[value=kiem]")
        shoot("form-errors")
        fill_from_file(world, page)
        page.type("[name='s.o_files']", str(1000 + width))
        page.follow("main button[value=kiem]")
        shoot("check")
        page.follow("main button[value=nop]")
        shoot("receipt")
        page.open(guarded.address + "/tai-khoan")
        shoot("account")
        page.close()
        world.browsers.remove(page)
    print(f"{count} pictures in {folder}")
    return 0


def one(world, file):
    """The board that README shows."""
    page = world.browser(world.open_server, width=1120, height=880)
    page.open(world.open_server.address + "/bang-xep-hang/huyen/2023-11")
    file.parent.mkdir(parents=True, exist_ok=True)
    page.picture(file)
    print(f"README's picture in {file}")
    return 0
