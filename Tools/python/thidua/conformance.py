"""Tools/conformance: tries anybody's server or client and says what held."""

import argparse
import sys

from . import encryption
from .registry import Fault


class Table:
    """Cases and what became of them."""

    def __init__(self, areas=()):
        self.rows, self.areas = [], areas

    def wants(self, area):
        return not self.areas or area in self.areas

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
    parser.add_argument("--area", action="append", metavar="AREA", help="only this one of the table's; may stand several times")
    encryption.add_client_options(parser)
    parser.add_argument("--certificate", metavar="FILE", help="with --client and --tls: what is shown to the client, which has to "
                        "trust it; for 127.0.0.1 alone, or for --server-name, which then stands in {address}")
    parser.add_argument("--key", metavar="FILE")
    asked = parser.parse_args()
    table = Table(asked.area)
    try:
        run_all(parser, asked, table)
    except encryption.Insecure as refused:
        sys.exit(f"Tools/conformance: {refused}")
    return table.print(asked.verbose)


def run_all(parser, asked, table):
    if asked.server:
        from .server_cases import Target, run
        if asked.certificate or asked.key:
            parser.error("--certificate and --key go with --client; what is shown to a server is --client-certificate and --client-key")
        tls = encryption.client_side(parser, asked, asked.server)
        token = open(asked.token_file, "rb").read().strip() if asked.token_file else b""
        try:
            run(Target(asked.server, asked.deployment, token, tls), table)
        except (OSError, Fault) as error:
            sys.exit(f"Tools/conformance: {asked.server}: {error}")
    else:
        from .client_cases import run
        if asked.ca or asked.client_certificate or asked.client_key or asked.plain_beyond_loopback:
            parser.error("--ca, --client-certificate, --client-key and --plain-beyond-loopback go with --server")
        if not asked.tls and (asked.certificate or asked.key or asked.server_name) or asked.tls and not (asked.certificate and asked.key):
            parser.error("--tls, --certificate and --key go together with --client")
        tls = encryption.ServerSide(asked.certificate, asked.key) if asked.tls else None
        run(asked.client, asked.deployment, table, tls, asked.server_name)


if __name__ == "__main__":
    sys.exit(main())
