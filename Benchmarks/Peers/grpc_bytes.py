#!/usr/bin/env python3
"""Bytes up of calls with gRPC, gzip, a token and a key against repetition, counted between client and server: grpc_bytes.py FILE

FILE is JSON: {"token": text, "messages": [base64, …]}. Each message is a call, all on one connection; the first count has what opens the
connection, each what the client sends until it has been silent for a moment. TCP payload, nothing encrypted.
"""
import base64, gzip, json, socket, sys, threading, time, uuid
from concurrent import futures

try:
    import grpc
except ImportError:
    print(json.dumps({"peer": "grpc", "installed": False, "why": "Tools/bench wire --peers installs grpcio"}))
    sys.exit(0)

METHOD = "/thidua.v1.Campaigns/Submit"
with open(sys.argv[1]) as file:
    task = json.load(file)


class Handler(grpc.GenericRpcHandler):
    def service(self, details):
        # As long as a receipt of ours.
        return grpc.unary_unary_rpc_method_handler(self.submit) if details.method == METHOD else None

    def submit(self, request, context):
        received.append((request, dict(context.invocation_metadata())))
        return bytes(192)


class Counter:
    """A listener that hands everything on to a port and counts what goes up."""

    def __init__(self, port):
        self.port, self.up, self.last = port, 0, time.monotonic()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.connections = 0
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            self.connections += 1
            server = socket.create_connection(("127.0.0.1", self.port))
            for one in (client, server):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.carry, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self.carry, args=(server, client, False), daemon=True).start()

    def carry(self, source, target, upwards):
        while data := source.recv(1 << 16):
            if upwards:
                self.up += len(data)
            self.last = time.monotonic()
            try:
                target.sendall(data)
            except OSError:
                # The other side has gone.
                return

    def taken(self):
        """What went up since it was asked last, once nothing has moved for a while."""
        while time.monotonic() - self.last < 0.2:
            time.sleep(0.02)
        count, self.up = self.up, 0
        return count


received = []
server = grpc.server(futures.ThreadPoolExecutor(max_workers=1), handlers=[Handler()])
counter = Counter(server.add_insecure_port("127.0.0.1:0"))
server.start()
channel = grpc.insecure_channel(f"127.0.0.1:{counter.listener.getsockname()[1]}", compression=grpc.Compression.Gzip)
call = channel.unary_unary(METHOD)
counts = []
for message in task["messages"]:
    message = base64.b64decode(message)
    metadata = (("authorization", "Bearer " + task["token"]), ("idempotency-key", str(uuid.uuid4())))
    call(message, metadata=metadata, timeout=30)
    counts.append(counter.taken())
    if received[-1][0] != message or received[-1][1].get("authorization") != "Bearer " + task["token"]:
        sys.exit("gRPC received something else")
if counter.connections != 1:
    sys.exit(f"gRPC used {counter.connections} connections")
print(json.dumps({"peer": "grpc", "installed": True, "version": grpc.__version__, "bytesUp": counts,
                  "gzipped": [len(gzip.compress(base64.b64decode(message))) for message in task["messages"]]}))
channel.close()
server.stop(None)
