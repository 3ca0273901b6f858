"""Makes Protocol/Vectors/wire.jsonl anew, from the layout alone: python3 Tools/python/wire_vectors.py"""
import json, pathlib, struct, zlib
T=[]
for b in range(256):
    c=b
    for _ in range(8): c=(c>>1)^0x82F63B78 if c&1 else c>>1
    T.append(c)
def crc(d):
    c=0xffffffff
    for b in d: c=T[(c^b)&255]^(c>>8)
    return c^0xffffffff
assert crc(b"123456789")==0xE3069283
def frame(t,flags=0,code=0,stream=0,body=b"",length=None,bad=False):
    h=struct.pack(">IBBHI",len(body) if length is None else length,t,flags,code,stream)+body
    return h+struct.pack(">I",crc(h)^(1 if bad else 0))
out=[];ids=set()
def v(id,kind,state,data,expect,note,**kw):
    assert id not in ids,id; ids.add(id)
    r={"id":id,"kind":kind}
    if state: r["state"]=state
    r["hex"]=data if isinstance(data,str) else data.hex()
    r.update(kw); r["expect"]=expect; r["note"]=note
    out.append(r)
def conn(code,after=None):
    e={"scope":"connection","code":code}
    if after is not None: e["after_bytes"]=after
    return {"error":e}
def strm(code,stream): return {"error":{"scope":"stream","code":code,"stream":stream}}
def ok(*events): return {"ok":list(events)}
more={"incomplete":True}
# prefaces
M=bytes.fromhex("f5544455")
v("pre-001","preface","server.start","f554445500010001",ok({"type":"preface","chosen":1}),"Frame.md, Preface: exactly version 1")
v("pre-002","preface","server.start",M+struct.pack(">HH",1,9),ok({"type":"preface","chosen":1}),"Frame.md, Preface: a newer client that also speaks 1")
v("pre-003","preface","server.start",b"GET / HTTP/1.1\r\n",conn("BAD_MAGIC",1),"Frame.md, Preface: HTTP is refused on its first byte")
v("pre-004","preface","server.start",M+struct.pack(">HH",0,0),conn("VERSION_UNSUPPORTED",8),"Frame.md, Preface: only version 0")
v("pre-005","preface","server.start",M+struct.pack(">HH",2,9),conn("VERSION_UNSUPPORTED",8),"Frame.md, Preface: only newer versions")
v("pre-006","preface","server.start",M+struct.pack(">HH",9,1),conn("VERSION_UNSUPPORTED",8),"Frame.md, Preface: an empty range")
v("pre-007","preface","server.start",M+struct.pack(">HH",0,65535),ok({"type":"preface","chosen":1}),"Frame.md, Preface: the widest range")
v("pre-008","preface","server.start","1603010200",conn("BAD_MAGIC",1),"Frame.md, Preface: a TLS record is refused on its first byte")
for i in range(1,4):
    d=bytearray(M+struct.pack(">HH",1,1)); d[i]^=0x20
    v(f"pre-01{i}","preface","server.start",bytes(d),conn("BAD_MAGIC",i+1),f"Frame.md, Preface: byte {i} of the magic wrong")
for n in range(1,8): v(f"pre-02{n}","preface","server.start",(M+struct.pack(">HH",1,1))[:n],more,f"Frame.md, Preface: {n} of 8 bytes")
v("pre-031","preface","client.start",M+struct.pack(">HH",1,0),ok(),"Frame.md, Preface: the server chose 1")
v("pre-032","preface","client.start",M+struct.pack(">HH",0,0),conn("VERSION_UNSUPPORTED",8),"Frame.md, Preface: the server chose none")
v("pre-033","preface","client.start",M+struct.pack(">HH",2,0),conn("VERSION_UNSUPPORTED",8),"Frame.md, Preface: the server chose what was not offered")
v("pre-034","preface","client.start",M+struct.pack(">HH",1,1),conn("VERSION_UNSUPPORTED",8),"Frame.md, Preface: the last two bytes of a server are 0")
v("pre-035","preface","client.start",b"HTTP/1.1 400",conn("BAD_MAGIC",1),"Frame.md, Preface: a web server answers")
# first vectors
cid=bytes(range(16))
hello=bytes.fromhex("0a10")+cid+bytes.fromhex("120470726f6418808004")
v("frm-001","frame","server.await_hello","0000001c01000000000000000a10000102030405060708090a0b0c0d0e0f120470726f641880800484c6bfff",ok({"type":"hello","client_id":cid.hex(),"deployment":"prod","frame_body_max":65536}),"Frame.md, Handshake: HELLO")
assert out[-1]["hex"]==frame(1,body=hello).hex()
v("frm-002","frame","server.open","000000080a000000000000000001020304050607262e15bf",ok({"type":"pong","payload":"0001020304050607"}),"Frame.md, Types: PING is answered with its bytes")
req="0000001505020101000000010000000000000007000013880a0730312e3030313748f855ac"
reqev={"type":"request","stream":1,"method":257,"number":7,"deadline_ms":5000,"payload":"0a0730312e30303137"}
v("frm-010","frame","server.open",req,ok(reqev),"Frame.md, Types: REQUEST, Submit")
v("neg-001","frame","server.open","0000001505020101000000010000000000000007000013880a0730302e3030313748f855ac",conn("BAD_CRC"),"Frame.md, Checksum: one byte of the body changed",chunks=[1,11,25])
v("neg-002","frame","server.open","7f00ffff0502010100000001",conn("FRAME_TOO_LARGE",12),"Frame.md, Limits: the limit holds from the header alone, before any body byte arrives")
v("neg-003","frame","server.await_auth",req,conn("AUTH_REQUIRED"),"Frame.md, Handshake: a request before signing in")
v("neg-004","frame","server.open","00000000400000000000000031607e6f",conn("UNKNOWN_FRAME"),"Frame.md, Types: 64 is reserved and critical")
v("fwd-001","frame","server.open","00000002c00000000000000068691e88de24",ok(),"Frame.md, Types: 192 is reserved and ignorable")
v("neg-005","frame","server.open","000000080a8000000000000000000000000000000a29b1ad",conn("RESERVED_BITS"),"Frame.md, Flags: 0x80 is reserved")
v("neg-006","frame","server.await_auth","00000001030100000000000001d5f52c4c",conn("COMPRESSED_SECRET"),"Frame.md, Compression: a credential is never compressed")
z="789c3330181e0000ba5a2581"
v("zip-001","frame","server.open","0000001c0503010100000003000000000000000800001388000000c8789c3330181e0000ba5a2581b9b3be0c",ok({"type":"request","stream":3,"method":257,"number":8,"deadline_ms":5000,"payload":"30"*200}),"Frame.md, Compression: 200 times 30")
v("zip-002","frame","server.open","0000001c050301010000000300000000000000080000138800000064789c3330181e0000ba5a2581e7103adf",strm("BAD_COMPRESSION",3),"Frame.md, Compression: longer than the 100 bytes declared")
v("zip-003","frame","server.open","0000001d0503010100000003000000000000000800001388000000c8789c3330181e0000ba5a2581005c088f1f",strm("BAD_COMPRESSION",3),"Frame.md, Compression: a byte behind the end")
v("zip-004","frame","server.open","0000001c0503010100000003000000000000000800001388ffffffff789c3330181e0000ba5a258193a5f1d4",strm("MESSAGE_TOO_LARGE",3),"Frame.md, Compression: nothing is inflated")
def rq(payload,stream=1,flags=2,method=0x0101,number=7,deadline=5000,raw=None):
    b=struct.pack(">QI",number,deadline)
    if raw is not None: b+=struct.pack(">I",raw)
    return frame(5,flags,method,stream,b+payload)
def dictz(data):
    c=zlib.compressobj(6,zlib.DEFLATED,15,8,0,b"nobody agreed on this"); return c.compress(data)+c.flush()
def rawz(data):
    c=zlib.compressobj(6,zlib.DEFLATED,-15); return c.compress(data)+c.flush()
c200=zlib.compress(b"0"*200)
bad=bytearray(c200); bad[-1]^=1
half=c200[:-4]
RAW=4<<20
big=zlib.compress(b"\0"*RAW,9); big1=zlib.compress(b"\0"*(RAW+1),9); bomb=zlib.compress(b"\0"*60_000_000,9)
zs=[("zip-005",rq(c200,3,3,raw=201),strm("BAD_COMPRESSION",3),"shorter than declared"),
("zip-006",rq(bytes(bad),3,3,raw=200),strm("BAD_COMPRESSION",3),"Adler-32 wrong"),
("zip-007",rq(half,3,3,raw=200),strm("BAD_COMPRESSION",3),"the Adler-32 is missing"),
("zip-008",rq(dictz(b"0"*200),3,3,raw=200),strm("BAD_COMPRESSION",3),"a dictionary nobody agreed on"),
("zip-009",rq(rawz(b"0"*200),3,3,raw=200),strm("BAD_COMPRESSION",3),"raw deflate without the zlib wrapper"),
("zip-010",rq(b"",3,3,raw=0),strm("BAD_COMPRESSION",3),"no zlib stream at all"),
("zip-011",rq(zlib.compress(b""),3,3,raw=0),ok({"type":"request","stream":3,"method":257,"number":7,"deadline_ms":5000,"payload":""}),"an empty message"),
("zip-012",rq(zlib.compress(b""),3,3,raw=1),strm("BAD_COMPRESSION",3),"empty where one byte was declared"),
("zip-013",rq(big,3,3,raw=RAW-1),strm("BAD_COMPRESSION",3),"limit - 1 declared, limit sent"),
("zip-014",rq(big1,3,3,raw=RAW+1),strm("MESSAGE_TOO_LARGE",3),"limit + 1 declared"),
("zip-015",rq(big1,3,3,raw=RAW),strm("BAD_COMPRESSION",3),"limit declared, limit + 1 sent"),
("zip-016",rq(bomb[:60000],3,3,raw=RAW),strm("BAD_COMPRESSION",3),"the front of a bomb of 60 MB"),
("zip-017",rq(c200[:1],3,3,raw=200),strm("BAD_COMPRESSION",3),"one byte of a zlib header"),
("zip-018",rq(c200+c200,3,3,raw=200),strm("BAD_COMPRESSION",3),"two streams one behind the other"),
("zip-019",frame(5,3,0x0101,3,struct.pack(">QI",7,5000)+b"\0\0\0"),strm("TRUNCATED",3),"the raw length is cut"),
("zip-020",rq(b"\x1f\x8b\x08\0\0\0\0\0\0\3",3,3,raw=200),strm("BAD_COMPRESSION",3),"gzip is not zlib")]
for i,d,e,n in zs: v(i,"frame","server.open",d,e,"Frame.md, Compression: "+n)
v("zip-021","frame","server.open",rq(big,3,3,raw=RAW),ok({"type":"request","stream":3,"method":257,"number":7,"deadline_ms":5000,"payload_sha":"","payload_count":RAW}),"Frame.md, Compression: exactly the limit")
out[-1]["expect"]["ok"][0].pop("payload_sha")
# inflate kind
for i,(name,d,raw,lim,e) in enumerate([("exact",c200,200,200,"ok"),("limit - 1",c200,200,199,"MESSAGE_TOO_LARGE"),("limit + 1",c200,200,201,"ok"),
  ("declared less",c200,199,4096,"BAD_COMPRESSION"),("declared more",c200,201,4096,"BAD_COMPRESSION"),("ratio 1029",zlib.compress(b"\0"*1000000,9),1000000,999999,"MESSAGE_TOO_LARGE"),
  ("bomb against a small declaration",zlib.compress(b"\0"*1000000,9),1000,4194304,"BAD_COMPRESSION"),("ratio 1029, allowed",zlib.compress(b"\0"*1000000,9),1000000,1000000,"ok")]):
    v(f"inf-{i+1:03}","inflate",None,d,{"ok":[{"type":"raw","payload_count":raw}]} if e=="ok" else {"error":{"scope":"stream","code":e}},"Frame.md, Compression: "+name,raw_length=raw,limits={"raw":lim})
# the preset dictionary
ROOT=pathlib.Path(__file__).resolve().parents[2]
DICT=(ROOT/"Protocol/Dictionaries/1.bin").read_bytes()
def pz(data,d=DICT,level=6):
    c=zlib.compressobj(level,zlib.DEFLATED,15,8,0,d); return c.compress(data)+c.flush()
dm=DICT[-300:]
dp=pz(dm)
assert dp[1]&0x20 and dp[2:6]==struct.pack(">I",zlib.adler32(DICT))
dok=ok({"type":"request","stream":3,"method":257,"number":7,"deadline_ms":5000,"payload":dm.hex()})
badid=bytearray(dp); badid[5]^=1
badad=bytearray(dp); badad[-1]^=1
mixed=bytearray(pz(dm,bytes(reversed(DICT)))); mixed[2:6]=struct.pack(">I",zlib.adler32(DICT))
OD="server.open_dictionary"
for i,(st,d,raw,e,n_) in enumerate([(OD,dp,300,dok,"with the dictionary agreed on"),(OD,zlib.compress(dm),300,dok,"a stream may do without the dictionary agreed on"),
  ("server.open",dp,300,strm("BAD_COMPRESSION",3),"our dictionary where none was agreed on"),(OD,dictz(b"0"*200),200,strm("BAD_COMPRESSION",3),"another dictionary than the one agreed on"),
  (OD,bytes(badid),300,strm("BAD_COMPRESSION",3),"a DICTID with one bit changed"),(OD,bytes(badad),300,strm("BAD_COMPRESSION",3),"Adler-32 wrong behind a dictionary"),
  (OD,bytes(mixed),300,strm("BAD_COMPRESSION",3),"the DICTID of the dictionary, made with another one"),(OD,dp,299,strm("BAD_COMPRESSION",3),"longer than declared, with the dictionary"),
  (OD,dp,301,strm("BAD_COMPRESSION",3),"shorter than declared, with the dictionary"),(OD,dp+b"\0",300,strm("BAD_COMPRESSION",3),"a byte behind the end, with the dictionary"),
  (OD,dp[:6],300,strm("BAD_COMPRESSION",3),"nothing behind the DICTID"),(OD,dp[:4],300,strm("BAD_COMPRESSION",3),"half a DICTID"),
  (OD,b"\x78\x9c"+dp[6:],300,strm("BAD_COMPRESSION",3),"refers to bytes before its beginning")]):
    v(f"dic-{i+1:03}","frame",st,rq(d,3,3,raw=raw),e,"Frame.md, Compression: "+n_)
def wel(digest): return frame(2,body=b"\x31"+struct.pack("<Q",digest)+b"\x52\x04prod")
DIGEST=int.from_bytes(__import__("hashlib").sha256(DICT).digest()[:8],"big")
v("dic-101","frame","client.await_welcome",wel(DIGEST),ok({"type":"opened","dictionary":f"{DIGEST:016x}"}),"Frame.md, Compression: the server agrees to the dictionary")
v("dic-102","frame","client.await_welcome",frame(2,body=b"\x52\x04prod"),ok({"type":"opened","dictionary":"0"*16}),"Frame.md, Compression: the server has none")
v("dic-103","frame","client.await_welcome",wel(1),conn("BAD_BODY"),"Frame.md, Compression: the server chose what was not offered")
v("dic-104","frame","client.await_welcome",wel(int.from_bytes(struct.pack("<Q",DIGEST),"big")),conn("BAD_BODY"),"Frame.md, Compression: the digest read from the wrong end")
v("dic-105","frame","client.open_dictionary",frame(6,3,0,2,b"\1"+struct.pack(">I",300)+dp),ok({"type":"response","stream":2,"code":0,"effect":1,"payload":dm.hex()}),"Frame.md, Compression: an answer with the dictionary")
v("dic-106","frame","client.open",frame(6,3,0,2,b"\1"+struct.pack(">I",300)+dp),strm("BAD_COMPRESSION",2),"Frame.md, Compression: an answer with a dictionary that was not agreed on")
# what a length can hold, and what a call that reads may have
z0=zlib.compress(b"\0"*20000,9); most=len(z0)*1032
for k,(raw,c) in enumerate([(20000,None),(most,"BAD_COMPRESSION"),(most+1,"BAD_COMPRESSION"),(1<<20,"BAD_COMPRESSION")]):
    v(f"rat-{k+1:03}","inflate",None,z0,{"ok":[{"type":"raw","payload_count":raw}]} if c is None else {"error":{"scope":"stream","code":c}},f"Frame.md, Compression: {raw} bytes declared for {len(z0)}",raw_length=raw,limits={"raw":1<<20})
for k,(raw,e) in enumerate([(65535,None),(65536,None),(65537,"MESSAGE_TOO_LARGE")]):
    zz=zlib.compress(b"\0"*raw,9); m={"type":"request","stream":3,"method":0x7F01,"number":7,"deadline_ms":5000,"payload_count":raw}
    v(f"lim-12{k}","frame","server.open",rq(zz,3,3,0x7F01,raw=raw),ok(m) if e is None else strm(e,3),f"Frame.md, Limits: {raw} bytes, inflated, of a call that only reads")
    v(f"lim-13{k}","frame","server.open",rq(b"\0"*raw,3,2,0x7F01),ok(m) if e is None else strm(e,3),f"Frame.md, Limits: {raw} bytes of a call that only reads")
# requests
n=0
for m in [0x0101,0x0102,0x0301,0x0303,0x0304,0x0401,0x7F01]:
    n+=1; v(f"req-{n:03}","frame","server.open",rq(b"",1,2,m,0,0),ok({"type":"request","stream":1,"method":m,"number":0,"deadline_ms":0,"payload":""}),"Messages.md, Methods")
for m in [0,1,0x0100,0x0106,0x0201,0x0307,0x7F00,0x7F02,0xFFFF]:
    n+=1; v(f"req-{n:03}","frame","server.open",rq(b"",1,2,m),strm("METHOD_UNKNOWN",1),"Messages.md, Methods: no such number")
v("req-101","frame","server.open",rq(b"",1,2,0x7F01,2**64-1,2**32-1),ok({"type":"request","stream":1,"method":0x7F01,"number":str(2**64-1),"deadline_ms":2**32-1,"payload":""}),"Frame.md, Types: the largest numbers")
for k in range(12):
    v(f"req-2{k:02}","frame","server.open",frame(5,2,0x7F01,1,b"\0"*k),strm("TRUNCATED",1),f"Frame.md, Types: {k} of the 12 bytes of a REQUEST")
v("req-301","frame","server.open",rq(b"",1,0),strm("END_MISSING",1),"Frame.md, Flags: no method takes a stream of requests")
v("req-302","frame","server.open",rq(b"",0,2),conn("STREAM_ID"),"Frame.md, Streams: 0 is the connection")
v("req-303","frame","server.open",rq(b"",0x80000000,2),conn("STREAM_ID"),"Frame.md, Streams: above 2^31 - 1")
v("req-304","frame","server.open",rq(b"",0x7fffffff,2,0x7F01,0,0),ok({"type":"request","stream":0x7fffffff,"method":0x7F01,"number":0,"deadline_ms":0,"payload":""}),"Frame.md, Streams: 2^31 - 1")
v("req-305","stream","server.open",rq(b"",5,2,0x7F01,0,0)+rq(b"",5,2,0x7F01,0,0),conn("STREAM_ID"),"Frame.md, Streams: used again")
v("req-306","stream","server.open",rq(b"",5,2,0x7F01,0,0)+rq(b"",4,2,0x7F01,0,0),conn("STREAM_ID"),"Frame.md, Streams: descending")
v("req-307","stream","server.open",rq(b"",5,2,0x7F01,0,0)+rq(b"",9,2,0x7F01,0,0),ok(*[{"type":"request","stream":s,"method":0x7F01,"number":0,"deadline_ms":0,"payload":""} for s in (5,9)]),"Frame.md, Streams: gaps are legal")
r33=b"".join(rq(b"",s,2,0x7F01,0,0) for s in range(1,33))
v("req-308","stream","server.open",r33,ok(*[{"type":"request","stream":s,"method":0x7F01,"number":0,"deadline_ms":0,"payload":""} for s in range(1,33)]),"Frame.md, Limits: 32 requests in flight")
v("req-309","stream","server.open",r33+rq(b"",33,2,0x7F01,0,0),strm("TOO_MANY_STREAMS",33),"Frame.md, Limits: the 33rd request in flight")
v("req-310","frame","server.open",frame(5,6,0x7F01,1,b"\0\2XY"+struct.pack(">QI",0,0)),ok({"type":"request","stream":1,"method":0x7F01,"number":0,"deadline_ms":0,"payload":""}),"Frame.md, Flags: an extension block is stepped over")
v("req-311","frame","server.open",frame(5,6,0x7F01,1,b"\0\0"+struct.pack(">QI",0,0)),ok({"type":"request","stream":1,"method":0x7F01,"number":0,"deadline_ms":0,"payload":""}),"Frame.md, Flags: an empty extension block")
v("req-312","frame","server.open",frame(5,6,0x7F01,1,b"\xff\xffXY"+struct.pack(">QI",0,0)),conn("BAD_BODY"),"Frame.md, Flags: an extension block longer than the body")
v("req-313","frame","server.open",frame(5,6,0x7F01,1,b"\0"),conn("BAD_BODY"),"Frame.md, Flags: half an extension length")
v("req-314","frame","server.open",rq(b"",1,0x0A),conn("RESERVED_BITS"),"Frame.md, Flags: REPLAYED is for responses")
n=0
for m in [0x0104,0x0105,0x0202,0x0305,0x0501,0x0502,0x0503,0x0504,0x0505]:
    n+=1; v(f"req-4{n:02}","frame","server.open",rq(b"",1,2,m,0,0),ok({"type":"request","stream":1,"method":m,"number":0,"deadline_ms":0,"payload":""}),"Messages.md, Methods")
v("req-410","frame","server.open",rq(b"\x12\x02u1",1,2,0x0306,0,0),ok({"type":"request","stream":1,"method":0x0306,"number":0,"deadline_ms":0,"payload":"12027531"}),"Messages.md, Methods: GetPlaces")
v("req-420","frame","server.open",rq(b"",1,2,0x0506),strm("METHOD_UNKNOWN",1),"Messages.md, Methods: no such number")
# limits from the header alone
states={"server.await_hello":4096,"server.await_auth":4096,"server.open":1<<20,"client.await_welcome":4096,"client.open":1<<20}
n=0
for st,lim in states.items():
    for d in (-1,0,1):
        n+=1; h=struct.pack(">IBBHI",lim+d,10,0,0,0)
        v(f"lim-{n:03}","frame",st,h,more if d<=0 else conn("FRAME_TOO_LARGE",12),f"Frame.md, Limits: limit{d:+d}" if d else "Frame.md, Limits: limit")
    n+=1; v(f"lim-{n:03}","frame",st,struct.pack(">IBBHI",2**32-1,10,0,0,0),conn("FRAME_TOO_LARGE",12),"Frame.md, Limits: the largest length a header can say")
v("lim-101","frame","server.open",struct.pack(">IBBHI",1025,10,0,0,0),conn("FRAME_TOO_LARGE",12),"Frame.md, Limits: a configured limit",limits={"request_body":1024})
v("lim-102","frame","server.open",frame(10,0,0,0,b"\0"*8),ok({"type":"pong","payload":"00"*8}),"Frame.md, Limits: a frame of exactly the limit",limits={"request_body":8})
v("lim-103","frame","server.open",frame(10,0,0,0,b"\0"*8),conn("FRAME_TOO_LARGE"),"Frame.md, Limits: a whole frame one byte above",limits={"request_body":7})
v("lim-104","stream","server.start",M+struct.pack(">HH",1,1)+frame(10,body=b"\0"*8)*8,ok({"type":"preface","chosen":1},*[{"type":"pong","payload":"00"*8}]*8),"Frame.md, Limits: 8 frames before the connection is open")
v("lim-105","stream","server.start",M+struct.pack(">HH",1,1)+frame(10,body=b"\0"*8)*9,conn("CALM_DOWN"),"Frame.md, Limits: the 9th frame before the connection is open")
v("lim-106","stream","server.open",frame(10,body=b"\0"*8)*100,ok(*[{"type":"pong","payload":"00"*8}]*100),"Frame.md, Limits: 100 pings at once")
v("lim-107","stream","server.open",frame(10,body=b"\0"*8)*101,conn("CALM_DOWN"),"Frame.md, Limits: 101 pings at once")
v("lim-108","stream","server.open",frame(200)*101,conn("CALM_DOWN"),"Frame.md, Limits: ignorable frames are not free")
v("lim-109","stream","server.open",rq(b"",1,2,0x7F01,0,0)+frame(9,0,1,1)*101,conn("CALM_DOWN"),"Frame.md, Limits: 101 cancels at once")
v("lim-110","stream","server.open",b"".join(rq(b"",s,2,0) for s in range(1,102)),conn("CALM_DOWN"),"Frame.md, Limits: 101 faulty requests at once")
# truncation of every prefix length of a ping
ping=frame(10,body=bytes(range(8)))
for k in range(1,len(ping)): v(f"cut-{k:03}","frame","server.open",ping[:k],more,f"Frame.md, Header: {k} of {len(ping)} bytes")
# types
n=0
for t in [0]+list(range(13,128)):
    n+=1; v(f"unk-{n:03}","frame","server.open" if t%2 else "client.open",frame(t),conn("UNKNOWN_FRAME"),f"Frame.md, Types: {t} is reserved and critical")
for t in [128,129,150,191,193,254,255]:
    for st in ("server.open","client.open","server.await_hello"):
        n+=1; v(f"fwd-{n:03}","frame",st,frame(t,body=b"xyz"),ok(),f"Frame.md, Types: {t} is reserved and ignorable")
    n+=1; v(f"fwd-{n:03}","frame","server.open",frame(t,body=b"xyz",bad=True),conn("BAD_CRC"),"Frame.md, Order of checks: the checksum comes before the type")
    n+=1; v(f"fwd-{n:03}","frame","server.open",frame(t,0x10,body=b"xyz"),conn("RESERVED_BITS"),"Frame.md, Order of checks: reserved flags come before the type")
n=0
for t in range(1,13):
    for bit in (0x10,0x20,0x40,0x80):
        n+=1; v(f"rsv-{n:03}","frame","server.open",frame(t,bit,body=b"\0"*8),conn("RESERVED_BITS"),f"Frame.md, Flags: {bit:#x} on type {t}")
legal={"server.await_hello":{1,10,11,12},"server.await_auth":{3,10,11,12},"server.open":{5,8,9,10,11,12},"client.await_welcome":{2,10,11,12},"client.open":{6,7,10,11,12},"client.await_auth_ok":{4,10,11,12}}
n=0
for st,ls in legal.items():
    for t in range(1,13):
        if t in ls: continue
        n+=1; code="AUTH_REQUIRED" if (st,t)==("server.await_auth",5) else "BAD_STATE"
        v(f"leg-{n:03}","frame",st,frame(t,body=b"\0"*8),conn(code),f"Frame.md, Types: type {t} in this state")
# flags, code, stream that do not fit
n=0
for t,flags,code,stream,e in [(10,1,0,0,"RESERVED_BITS"),(10,2,0,0,"RESERVED_BITS"),(10,8,0,0,"RESERVED_BITS"),(10,0,1,0,"RESERVED_BITS"),(10,0,0,1,"STREAM_ID"),(11,0,0,7,"STREAM_ID"),(12,0,76,1,"STREAM_ID"),(9,2,0,1,"RESERVED_BITS"),(9,0,1,0,"STREAM_ID"),(9,0,1,1,"STREAM_ID")]:
    n+=1; v(f"fit-{n:03}","frame","server.open",frame(t,flags,code,stream,b"\0"*8),conn(e),"Frame.md, Order of checks: flags, code and stream fit the type")
for k in (0,7,9): v(f"png-00{k}","frame","server.open",frame(10,body=b"\0"*k),conn("BAD_BODY"),f"Frame.md, Types: a PING of {k} bytes")
v("png-010","frame","server.open",frame(11,body=b"\0"*8),ok(),"Frame.md, Types: a PONG nobody asked for")
v("cnl-001","stream","server.open",rq(b"",1,2,0x7F01,0,0)+frame(9,0,1,1),ok({"type":"request","stream":1,"method":0x7F01,"number":0,"deadline_ms":0,"payload":""},{"type":"cancel","stream":1}),"Frame.md, Types: CANCEL")
v("cnl-002","stream","server.open",rq(b"",1,2,0x7F01,0,0)+frame(9,0,1,1,b"x"),conn("BAD_BODY"),"Frame.md, Types: a CANCEL has no body")
v("bye-001","frame","server.open",frame(12,0,76,0,b"\0"*8),ok({"type":"close"}),"Frame.md, Shutdown: the client leaves")
v("bye-002","frame","server.open",frame(12,0,76,0,b"\0"*7),conn("BAD_BODY"),"Frame.md, Types: GOAWAY too short")
v("bye-003","frame","client.open",frame(12,0,76,0,struct.pack(">II",2,500)),ok({"type":"going_away","code":76,"last_stream":2,"retry_after_ms":500},{"type":"not_executed","stream":3}),"Frame.md, Shutdown: streams above the last were not executed")
v("bye-004","frame","client.open",frame(12,0,76,0,struct.pack(">II",0x7fffffff,500)),ok({"type":"going_away","code":76,"last_stream":0x7fffffff,"retry_after_ms":500}),"Frame.md, Shutdown: not decided yet")
# hello
def h(body): return frame(1,body=body)
for i,(d,n_) in enumerate([(b"","no client id"),(b"\x0a\x0f"+cid[:15],"15 bytes"),(b"\x0a\x11"+cid+b"\0","17 bytes"),(hello+b"\x0a","cut"),(hello+hello,"fields twice"),(b"\x0a\x10"+cid+b"\x12\x01\xff","deployment is not UTF-8"),(b"\x0a\x10"+cid+b"\x18\x80\x00","varint not minimal"),(b"\x08\x01","wrong wire type")]):
    v(f"hel-{i+1:03}","frame","server.await_hello",h(d),conn("BAD_BODY"),"Frame.md, Handshake: "+n_)
v("hel-101","frame","server.await_hello",h(hello+b"\xa2\x06\x01x"),ok({"type":"hello","client_id":cid.hex(),"deployment":"prod","frame_body_max":65536}),"Frame.md, Payload: an unknown field is no error")
# responses at the client
def rs(body,stream=1,flags=2,code=0): return frame(6,flags,code,stream,body)
v("rsp-001","frame","client.open",rs(b"\1abc"),ok({"type":"response","stream":1,"code":0,"effect":1,"payload":"616263"}),"Frame.md, Types: RESPONSE")
v("rsp-002","frame","client.open",rs(b"\1abc",1,10),ok({"type":"response","stream":1,"code":0,"effect":1,"payload":"616263","replayed":True}),"Frame.md, Flags: REPLAYED")
v("rsp-003","frame","client.open",rs(b"",1),strm("TRUNCATED",1),"Frame.md, Types: the effect is missing")
v("rsp-004","frame","client.open",rs(b"\3",1),strm("BAD_VARINT",1),"Frame.md, Types: no such effect")
v("rsp-005","frame","client.open",rs(b"\1",4),conn("STREAM_ID"),"Frame.md, Streams: never opened")
v("rsp-006","frame","client.open",rs(b"\1",1,0),strm("END_MISSING",1),"Frame.md, Flags: END missing")
v("rsp-007","frame","client.open",rs(b"\1"+struct.pack(">I",200)+c200,2,3),ok({"type":"response","stream":2,"code":0,"effect":1,"payload":"30"*200}),"Frame.md, Compression: a compressed answer")
v("rsp-008","frame","client.open",rs(b"\1"+struct.pack(">I",100)+c200,2,3),strm("BAD_COMPRESSION",2),"Frame.md, Compression: longer than declared")
v("rsp-009","frame","client.open",rs(b"\1"+struct.pack(">I",(4<<20)+1)+c200,2,3),strm("MESSAGE_TOO_LARGE",2),"Frame.md, Limits: 4 MiB + 1 declared")
v("rsp-010","stream","client.open",rs(b"\1a")+rs(b"\1b"),ok({"type":"response","stream":1,"code":0,"effect":1,"payload":"61"}),"Frame.md, Streams: a second answer is dropped")
for c in list(range(1,17))+[32,33,34,35,99]:
    v(f"sta-{c:03}","frame","client.open",rs(b"\0",1,2,c),ok({"type":"response","stream":1,"code":c,"effect":0,"payload":""}),"Frame.md, Codes")
# payload
def p(id,msg,hexs,code,note):
    v(id,"payload",None,hexs,{"ok":[],"reencode":True} if code is None else {"error":{"scope":"stream","code":code}},"Frame.md, Payload: "+note,message=msg)
p("tlv-001","Decimal","088080808080808080808001","BAD_VARINT","11 bytes")
p("tlv-002","Decimal","088000","BAD_VARINT","not minimal")
p("tlv-003","Filing","0a05414243","TRUNCATED","a string cut short")
p("tlv-004","Decimal","0801",None,"one byte")
p("tlv-005","Decimal","08ffffffffffffffffff01",None,"minus one, ten bytes")
p("tlv-006","Decimal","08ffffffffffffffffff02","BAD_VARINT","65 bits")
p("tlv-007","Decimal","08ffffffffffffffffff7f","BAD_VARINT","70 bits")
p("tlv-008","Decimal","0880","TRUNCATED","a varint cut short")
p("tlv-009","Decimal","8800"+"01","BAD_VARINT","a key that is not minimal")
p("tlv-010","Decimal","0801"+"0802","NOT_CANONICAL","a single field twice")
p("tlv-011","Decimal","08011080808080"+"10","BAD_VARINT","uint32 of 33 bits")
p("tlv-012","Decimal","10ffffffff0f",None,"the largest uint32")
p("tlv-013","Quantity","1802","BAD_VARINT","a bool of 2")
p("tlv-014","Quantity","1801",None,"a bool of 1")
p("tlv-015","Filing","0a01ff","BAD_UTF8","a byte that is no text")
p("tlv-016","Filing","0a02c080","BAD_UTF8","an overlong NUL")
p("tlv-017","Filing","0a03eda080","BAD_UTF8","a surrogate")
p("tlv-018","Filing","0a04f4908080","BAD_UTF8","above U+10FFFF")
p("tlv-019","Filing","0a06"+"Xã Kô".encode()[:6].hex() if False else "0a03"+"Xã".encode().hex(),None,"Vietnamese")
p("tlv-020","Decimal","0b","BAD_WIRE_TYPE","a group where a number belongs")
p("tlv-021","Decimal","0e01","BAD_WIRE_TYPE","wire type 6")
p("tlv-022","Decimal","0f01","BAD_WIRE_TYPE","wire type 7")
p("tlv-023","Decimal","0001","BAD_WIRE_TYPE","field 0")
p("tlv-024","Decimal","0a0101","BAD_WIRE_TYPE","text where a number belongs")
p("tlv-025","Filing","0801","BAD_WIRE_TYPE","a number where text belongs")
p("tlv-026","Decimal","f80101",None,"an unknown number, kept")
p("tlv-027","Decimal","fa0100",None,"an unknown text, kept")
p("tlv-028","Decimal","fd0100000000",None,"an unknown fixed32, kept")
p("tlv-029","Decimal","f9010000000000000000",None,"an unknown fixed64, kept")
p("tlv-030","Decimal","f901000000","TRUNCATED","an unknown fixed64 cut short")
p("tlv-031","Decimal","fb01","BAD_WIRE_TYPE","an unknown group")
p("tlv-032","Decimal","f8018000","BAD_VARINT","an unknown varint that is not minimal")
p("tlv-033","Decimal","fa01ffffffffffffffffff01","TRUNCATED","an unknown text of 2^64 - 1 bytes")
p("tlv-034","Decimal","",None,"nothing at all")
p("tlv-035","Hello","29"+"00"*7,"TRUNCATED","a fixed64 cut short")
p("tlv-036","Hello","2a0f"+"00"*15,"TRUNCATED","a packed list that does not divide")
p("tlv-037","Hello","2a10"+"01"*16,None,"a packed list")
p("tlv-038","Outcome","08ffffffff0f","BAD_VARINT","an enumeration beyond int32")
p("tlv-039","Outcome","0863",None,"an enumeration value not known yet, kept")
def vi(n):
    o=b""
    while True:
        b=n&127; n>>=7
        if n: o+=bytes([b|128])
        else: return o+bytes([b])
def nest(k):
    b=b""
    for _ in range(k-1): b=b"\x4a"+vi(len(b))+b
    return b
for k,c in [(7,None),(8,None),(9,"NESTING_TOO_DEEP"),(40,"NESTING_TOO_DEEP")]: p(f"tlv-05{k%10}" if k<10 else "tlv-054","Problem",nest(k).hex(),c,f"{k} messages inside one another")
for k,c in [(4095,None),(4096,None),(4097,"LIST_TOO_LONG")]: p(f"tlv-06{k-4090}","Filing",(b"\x2a\x00"*k).hex(),c,f"{k} elements")
p("tlv-070","Hello",(b"\x2a"+vi(8*4097)+b"\0"*8*4097).hex(),"LIST_TOO_LONG","4097 packed elements")
# every cut of a real filing
f=bytes.fromhex("0a07")+b"kon-ray"+b"\x12\x07"+b"2023-05"+b"\x1a\x05month"+b"\x2a\x05\x0a\x01a\x10\x07"
cuts={0,9,18,25,32}
for k in range(len(f)+1):
    p(f"tlc-{k:03}","Filing",f[:k].hex(),None if k in cuts else "TRUNCATED",f"{k} of {len(f)} bytes of a filing")
# GetPlaces: the limit of 64 is the method's own, refused with its own number, so that as a payload 65 are right
one=b"\x12\x02u1"
def pp(id,msg,data,code,note): p(id,msg,data.hex(),code,"GetPlaces: "+note)
for k,c in [(0,None),(1,None),(63,None),(64,None),(65,None),(4095,None),(4096,None),(4097,"LIST_TOO_LONG")]: pp(f"plc-{len([o for o in ids if o.startswith('plc-')])+1:03}","PlacesRequest",one*k,c,f"{k} units")
pp("plc-011","PlacesRequest",b"\x0a\x072023-03"+one,None,"a period and a unit")
pp("plc-012","PlacesRequest",b"\x0a\x072023-03"*2+one,"NOT_CANONICAL","two periods")
pp("plc-013","PlacesRequest",one+b"\x12\x01\xff","BAD_UTF8","a unit that is no text")
pp("plc-014","PlacesRequest",one[:-1],"TRUNCATED","a unit cut short")
pp("plc-015","PlacesRequest",b"\x10\x01","BAD_WIRE_TYPE","a number where a unit belongs")
pp("plc-016","PlacesRequest",b"\x12\0",None,"a unit without a name")
row=lambda data: b"\x32"+bytes([len(data)])+data
pp("plc-021","PlacesResponse",b"\x08\x05\x12\x20"+bytes(32)+b"\x1a\x072023-03\x28\1"+row(b"\x08\3\x10\1")+row(b"\x1a\x0dNOT_SUBMITTED")+row(b"\x20\1"),None,"=3, none because nothing was submitted, and no such unit")
pp("plc-022","PlacesResponse",row(b"\x08\0"),None,"a place of 0 is written out where it is said, and no server says it")
pp("plc-023","PlacesResponse",row(b"\x08\xff\xff\xff\xff\x0f"),None,"the largest place")
pp("plc-024","PlacesResponse",row(b"\x08\x80\x80\x80\x80\x10"),"BAD_VARINT","a place of 33 bits")
pp("plc-025","PlacesResponse",row(b"\x10\2"),"BAD_VARINT","neither tied nor not")
pp("plc-026","PlacesResponse",row(b"\x20\2"),"BAD_VARINT","neither unknown nor known")
pp("plc-027","PlacesResponse",row(b"\x08\1\x08\1"),"NOT_CANONICAL","two places for one unit")
pp("plc-028","PlacesResponse",row(b""),None,"a row that says nothing")
pp("plc-029","PlacesResponse",b"\x32\3\x08\1","TRUNCATED","a row cut short")
# signing in
TOKEN=b"thidua_0123456789abcdef_"+b"0123456789abcdef"*4
def auth(body,flags=0): return frame(3,flags,body=body)
v("aut-001","frame","server.await_auth",auth(b"\1"+TOKEN),ok({"type":"auth","method":1}),"Frame.md, Handshake: AUTH with a token")
v("aut-002","frame","server.await_auth",auth(b"\2"+TOKEN),ok({"type":"auth","method":2}),"Frame.md, Handshake: another method is for the server to refuse")
v("aut-003","frame","server.await_auth",auth(b"\1"),ok({"type":"auth","method":1}),"Frame.md, Types: an empty credential is a wrong one")
v("aut-004","frame","server.await_auth",auth(b""),conn("BAD_BODY"),"Frame.md, Types: AUTH without its method")
for i,(k,e) in enumerate([(1023,None),(1024,None),(1025,"BAD_BODY")]):
    v(f"aut-01{i}","frame","server.await_auth",auth(b"\1"+b"x"*k),ok({"type":"auth","method":1}) if e is None else conn(e),f"Frame.md, Types: a credential of {k} bytes")
v("aut-020","frame","server.await_auth",auth(b"\0\2ab\1"+TOKEN,4),ok({"type":"auth","method":1}),"Frame.md, Flags: an extension block in front of a credential")
v("aut-021","frame","server.open",auth(b"\1"+TOKEN),conn("BAD_STATE"),"Frame.md, Handshake: AUTH to a server that has not asked")
v("aut-022","frame","server.await_auth",frame(3,0,1,0,b"\1"+TOKEN),conn("RESERVED_BITS"),"Frame.md, Header: AUTH has no code")
v("aut-023","frame","server.await_auth",frame(3,0,0,1,b"\1"+TOKEN),conn("STREAM_ID"),"Frame.md, Header: AUTH has no stream")
who=b"\x0a\x04unit"
opened={"type":"opened","dictionary":"00"*8}
def aok(body,**kw): return frame(4,body=body,**kw)
v("aok-001","frame","client.await_auth_ok",aok(who),ok(opened),"Frame.md, Handshake: AUTH_OK opens the connection")
v("aok-002","frame","client.await_auth_ok",aok(b""),ok(opened),"Frame.md, Handshake: an empty AUTH_OK")
v("aok-003","frame","client.await_auth_ok",aok(who+b"\xa2\x06\x01x"),ok(opened),"Frame.md, Payload: an unknown field is no error")
for i,(d,n_) in enumerate([(who[:-1],"cut"),(who+who,"a field twice"),(b"\x0a\x01\xff","text that is not UTF-8"),(b"\x08\1","wrong wire type")]):
    v(f"aok-01{i}","frame","client.await_auth_ok",aok(d),conn("BAD_BODY"),"Frame.md, Handshake: "+n_)
for d in (-1,0,1):
    h=struct.pack(">IBBHI",4096+d,4,0,0,0)
    v(f"aok-02{d+1}","frame","client.await_auth_ok",h,more if d<=0 else conn("FRAME_TOO_LARGE",12),f"Frame.md, Limits: 4 KiB{d:+d} before the connection is open")
v("aok-030","frame","client.await_auth_ok",frame(12,0,16,0,struct.pack(">II",0,0)),ok({"type":"going_away","code":16,"last_stream":0,"retry_after_ms":0}),"Frame.md, Handshake: the credential is wrong")
v("aok-031","stream","client.await_auth_ok",aok(who)+frame(10,body=b"\0"*8),ok(opened,{"type":"pong","payload":"00"*8}),"Frame.md, Handshake: the connection is open")
v("aok-032","stream","client.await_auth_ok",aok(who)+aok(who),conn("BAD_STATE"),"Frame.md, Handshake: a second AUTH_OK")
v("aok-033","frame","client.await_auth_ok",frame(4,0,0,1,who),conn("STREAM_ID"),"Frame.md, Header: AUTH_OK has no stream")
# streams of items
WATCH=0x0302
def watch(stream=1,payload=b""): return rq(payload,stream,2,WATCH,0,0)
def we(stream=1,payload=""): return {"type":"request","stream":stream,"method":WATCH,"number":0,"deadline_ms":0,"payload":payload}
def cr(n,stream=1,**kw): return frame(8,0,0,stream,struct.pack(">I",n),**kw)
def ce(n,stream=1): return {"type":"credit","stream":stream,"items":n}
MOST=2**31-1
v("crd-001","stream","server.open",watch()+cr(1),ok(we(),ce(1)),"Frame.md, Items: CREDIT may follow its REQUEST at once")
v("crd-002","stream","server.open",watch()+cr(MOST-1),ok(we(),ce(MOST-1)),"Frame.md, Items: the most that can be granted, less one")
v("crd-003","stream","server.open",watch()+cr(MOST),ok(we(),ce(MOST)),"Frame.md, Items: the most that can be granted")
v("crd-004","stream","server.open",watch()+cr(MOST+1),strm("CREDIT_OVERFLOW",1),"Frame.md, Items: one more than can be granted")
v("crd-005","stream","server.open",watch()+cr(MOST-1)+cr(1),ok(we(),ce(MOST-1),ce(1)),"Frame.md, Items: credit adds up to the most")
v("crd-006","stream","server.open",watch()+cr(MOST)+cr(1),strm("CREDIT_OVERFLOW",1),"Frame.md, Items: credit adds up to more than the most")
v("crd-007","stream","server.open",watch()+cr(2**32-1),strm("CREDIT_OVERFLOW",1),"Frame.md, Items: the largest number that CREDIT can say")
v("crd-008","stream","server.open",watch()+watch(2)+cr(MOST)+cr(MOST,2),ok(we(),we(2),ce(MOST),ce(MOST,2)),"Frame.md, Items: each stream has its own credit")
v("crd-009","stream","server.open",watch()+cr(1)*101,ok(we(),*[ce(1)]*101),"Frame.md, Limits: the first CREDIT is of use, 100 are needless")
v("crd-010","stream","server.open",watch()+cr(1)*102,conn("CALM_DOWN"),"Frame.md, Limits: 101 needless CREDITs")
v("crd-011","stream","server.open",rq(b"",1,2,0x7F01,0,0)+cr(1)*101,conn("CALM_DOWN"),"Frame.md, Limits: 101 CREDITs on a call without items")
v("crd-012","stream","server.open",rq(b"",1,2,0x7F01,0,0)+cr(1),ok({"type":"request","stream":1,"method":0x7F01,"number":0,"deadline_ms":0,"payload":""}),"Frame.md, Items: on a call without items CREDIT does nothing")
v("crd-013","frame","server.open",cr(1),conn("STREAM_ID"),"Frame.md, Items: CREDIT of a stream that was never opened")
v("crd-014","stream","server.open",watch()+cr(1,2),conn("STREAM_ID"),"Frame.md, Items: CREDIT of a later stream")
v("crd-015","frame","server.open",frame(8,0,0,1,b""),conn("STREAM_ID"),"Frame.md, Items: never opened, whatever its body")
for i,(b,n_) in enumerate([(b"","no number"),(b"\0\0\1","three bytes"),(b"\0\0\0\1\0","five bytes"),(b"\0\0\0\0","no item")]):
    v(f"crd-02{i}","stream","server.open",watch()+frame(8,0,0,1,b),conn("BAD_BODY"),"Frame.md, Types: a CREDIT with "+n_)
for i,(f,c,s_,e) in enumerate([(1,0,1,"RESERVED_BITS"),(2,0,1,"RESERVED_BITS"),(8,0,1,"RESERVED_BITS"),(0,1,1,"RESERVED_BITS"),(0,0,0,"STREAM_ID"),(0,0,2**31,"STREAM_ID")]):
    v(f"crd-03{i}","stream","server.open",watch()+frame(8,f,c,s_,struct.pack(">I",1)),conn(e),"Frame.md, Order of checks: flags, code and stream fit CREDIT")
v("crd-040","stream","server.open",watch()+frame(8,4,0,1,b"\0\1x\0\0\0\3"),ok(we(),ce(3)),"Frame.md, Flags: an extension block in front of a CREDIT")
v("crd-041","stream","server.open",watch()+cr(1)+frame(9,0,1,1)+cr(1),ok(we(),ce(1),{"type":"cancel","stream":1}),"Frame.md, Items: on a stream that has ended CREDIT does nothing")
v("crd-042","stream","server.open",watch()+cr(MOST)+cr(1)+rq(b"",2,2,0x7F01,0,0),strm("CREDIT_OVERFLOW",1),"Frame.md, Items: the other requests go on")
v("crd-043","stream","server.open",b"".join(watch(s) for s in range(1,34)),strm("TOO_MANY_STREAMS",33),"Frame.md, Items: a stream counts as a request in flight")
v("crd-044","frame","server.open",rq(b"",1,0,WATCH,0,0),strm("END_MISSING",1),"Frame.md, Flags: a REQUEST always ends")
v("crd-045","frame","server.open",rq(b"\0"*(64<<10),1,2,WATCH,0,0),ok({**we(),"payload_count":64<<10}),"Frame.md, Limits: a call that only reads, the limit")
del out[-1]["expect"]["ok"][0]["payload"]
v("crd-046","frame","server.open",rq(b"\0"*((64<<10)+1),1,2,WATCH,0,0),strm("MESSAGE_TOO_LARGE",1),"Frame.md, Limits: a call that only reads, the limit + 1")
v("crd-047","stream","server.open",watch()+frame(12,0,76,0,b"\0"*8),ok(we()),"Frame.md, Items: the client leaves, and its stream is ended")
def it(payload,version=7,stream=1,flags=0,**kw): return frame(7,flags,0,stream,struct.pack(">Q",version)+payload,**kw)
def ie(payload,version=7,stream=1): return {"type":"item","stream":stream,"version":version,"payload":payload}
v("itm-001","frame","client.watching",it(b"abc"),ok(ie("616263")),"Frame.md, Items: an ITEM takes one credit")
v("itm-002","stream","client.watching",it(b"a")+it(b"b",8),ok(ie("61"),ie("62",8)),"Frame.md, Items: as many as were granted")
v("itm-003","stream","client.watching",it(b"a")+it(b"b",8)+it(b"c",9),conn("CREDIT_EXCEEDED"),"Frame.md, Items: one more than was granted")
v("itm-004","frame","client.watching",it(b"a",7,2),conn("CREDIT_EXCEEDED"),"Frame.md, Items: a stream begins without credit")
v("itm-005","frame","client.open",it(b"a"),conn("CREDIT_EXCEEDED"),"Frame.md, Items: on a call that is no stream there is never any")
v("itm-006","frame","client.watching",it(b"a",7,4),conn("STREAM_ID"),"Frame.md, Items: on a stream that was never opened")
v("itm-007","frame","client.watching",it(b"a",2**64-1),ok(ie("61",str(2**64-1))),"Frame.md, Items: the largest version")
v("itm-008","stream","client.watching",it(b"a")+it(b"b"),ok(ie("61"),ie("62")),"Frame.md, Items: the same version again")
v("itm-009","frame","client.watching",it(b""),ok(ie("")),"Frame.md, Items: an empty item")
v("itm-010","stream","client.watching",it(b"a")+rs(b"\0",1,2,14)+it(b"b"),ok(ie("61"),{"type":"response","stream":1,"code":14,"effect":0,"payload":""}),"Frame.md, Items: the RESPONSE ends the stream; what comes behind it is dropped")
v("itm-011","frame","client.watching",rs(b"\0",1,2,0),ok({"type":"response","stream":1,"code":0,"effect":0,"payload":""}),"Frame.md, Items: there will be no more")
for k in (0,7): v(f"itm-02{k}","frame","client.watching",frame(7,0,0,1,b"\0"*k),strm("TRUNCATED",1),f"Frame.md, Types: an ITEM of {k} bytes")
v("itm-028","frame","client.watching",frame(7,0,0,1,b"\0"*8),ok(ie("",0)),"Frame.md, Types: an ITEM of 8 bytes")
v("itm-030","frame","client.watching",it(struct.pack(">I",200)+c200,7,1,1),ok(ie("30"*200)),"Frame.md, Compression: a compressed item")
v("itm-031","frame","client.watching",it(struct.pack(">I",100)+c200,7,1,1),strm("BAD_COMPRESSION",1),"Frame.md, Compression: longer than declared")
v("itm-032","frame","client.watching",it(struct.pack(">I",201)+c200,7,1,1),strm("BAD_COMPRESSION",1),"Frame.md, Compression: shorter than declared")
v("itm-033","frame","client.watching",it(b"\0\0\0",7,1,1),strm("TRUNCATED",1),"Frame.md, Compression: the raw length is cut")
v("itm-034","frame","client.watching",it(struct.pack(">I",RAW+1)+c200,7,1,1),strm("MESSAGE_TOO_LARGE",1),"Frame.md, Limits: 4 MiB + 1 declared")
v("itm-035","frame","client.watching",it(struct.pack(">I",RAW-1)+big,7,1,1),strm("BAD_COMPRESSION",1),"Frame.md, Limits: 4 MiB - 1 declared, 4 MiB sent")
v("itm-036","frame","client.watching",it(struct.pack(">I",RAW)+big,7,1,1),ok({"type":"item","stream":1,"version":7,"payload_count":RAW}),"Frame.md, Limits: 4 MiB, the limit")
v("itm-037","stream","client.watching",frame(7,0,0,1,b"")+it(b"a"),strm("TRUNCATED",1),"Frame.md, Order of checks: an ITEM that cannot be read ends its stream")
v("itm-038","stream","client.watching",frame(7,0,0,1,b"")+it(b"a",7,2),conn("CREDIT_EXCEEDED"),"Frame.md, Items: the other streams are counted as before")
for i,(f,c,s_,e) in enumerate([(2,0,1,"RESERVED_BITS"),(8,0,1,"RESERVED_BITS"),(0,1,1,"RESERVED_BITS"),(0,0,0,"STREAM_ID"),(0,0,2**31,"STREAM_ID")]):
    v(f"itm-04{i}","frame","client.watching",frame(7,f,c,s_,b"\0"*8),conn(e),"Frame.md, Order of checks: flags, code and stream fit ITEM")
v("itm-050","frame","client.watching",frame(7,4,0,1,b"\0\1x"+b"\0"*7+b"\7a"),ok(ie("61")),"Frame.md, Flags: an extension block in front of an item")
v("itm-051","stream","client.watching",frame(12,0,76,0,struct.pack(">II",0x7fffffff,500))+it(b"a"),ok({"type":"going_away","code":76,"last_stream":0x7fffffff,"retry_after_ms":500},ie("61")),"Frame.md, Shutdown: until the last stream is decided items come")
v("itm-052","stream","client.watching",frame(12,0,76,0,struct.pack(">II",0,500))+it(b"a"),ok({"type":"going_away","code":76,"last_stream":0,"retry_after_ms":500},{"type":"not_executed","stream":1},{"type":"not_executed","stream":2},{"type":"not_executed","stream":3}),"Frame.md, Shutdown: behind the last stream they are dropped")
neg=sum("error" in o["expect"] for o in out)
(pathlib.Path(__file__).resolve().parents[2] / "Protocol/Vectors/wire.jsonl").open("w").write("".join(json.dumps(o,ensure_ascii=False,separators=(",",":"))+"\n" for o in out))
print(len(out),neg,max(len(o["hex"]) for o in out))
