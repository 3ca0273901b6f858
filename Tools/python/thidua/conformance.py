"""Tools/conformance: tries anybody's server or client and says what held."""

import argparse
import sys

from .registry import Fault


class Table:
    """Cases and what became of them."""

    def __init__(self):
        self.rows = []

    def add(self, area, name, fault=None, skipped=None):
        self.rows.append((area, name, fault, skipped))

    def print(self, verbose):
        areas = {}
        for area, name, fault, skipped in self.rows:
            counts = areas.setdefault(area, [0, 0, 0])
            counts[2 if skipped else 1 if fault else 0] += 1
        width = max((len(area) for area in areas), default=4)
        print(f"{'Area':{width}}  held  failed  not tried")
        for area, (held, failed, skipped) in areas.items():
            print(f"{area:{width}}  {held:4}  {failed:6}  {skipped:9}")
        for area, name, fault, skipped in self.rows:
            if fault or skipped and verbose:
                print(f"{'FAILED' if fault else 'not tried'} {name}: {fault or skipped}")
        failed = sum(bool(fault) for _, _, fault, _ in self.rows)
        held = sum(not fault and not skipped for _, _, fault, skipped in self.rows)
        print(f"{held} held, {failed} failed, {len(self.rows) - held - failed} not tried")
        return 1 if failed or not held else 0


def main():
    parser = argparse.ArgumentParser(
        prog="Tools/conformance", description="Tries a client or a server of the protocol in Protocol/.")
    side = parser.add_mutually_exclusive_group(required=True)
    side.add_argument("--server", metavar="HOST:PORT", help="a running server for trials; garbage is sent to every method")
    side.add_argument("--client", metavar="COMMAND", help="a command that asks Health once at {address} of deployment "
                      "{deployment} and ends with 0 if and only if the status was OK")
    parser.add_argument("--deployment", default="test")
    parser.add_argument("--token-file", help="for a server that asks for signing in; a token of the role unit or viewer is enough")
    parser.add_argument("--verbose", action="store_true", help="also say what was not tried, and why")
    asked = parser.parse_args()
    table = Table()
    if asked.server:
        from .server_cases import Target, run
        token = open(asked.token_file, "rb").read().strip() if asked.token_file else b""
        try:
            run(Target(asked.server, asked.deployment, token), table)
        except (OSError, Fault) as error:
            sys.exit(f"Tools/conformance: {asked.server}: {error}")
    else:
        from .client_cases import run
        run(asked.client, asked.deployment, table)
    return table.print(asked.verbose)


if __name__ == "__main__":
    sys.exit(main())
