#!/usr/bin/env python3
"""Compiles ratio.cpp for this processor and runs it: cpp_peer.py FOLDER RUNS THREADS"""
import os, shutil, subprocess, sys, tempfile
from workload import COLUMNS, absent, answer, shape_and_start

folder, runs, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
compiler = shutil.which("g++") or shutil.which("clang++")
if compiler is None:
    absent("c++", "install g++ or clang++")
source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ratio.cpp")
with tempfile.TemporaryDirectory() as home:
    program = os.path.join(home, "ratio")
    subprocess.run([compiler, "-std=c++17", "-O3", "-march=native", "-mprefer-vector-width=512", "-fno-math-errno", "-fno-trapping-math", "-pthread", "-o", program, source], check=True)
    output = subprocess.run([program, folder, str(runs), str(threads)], check=True, stdout=subprocess.PIPE).stdout
(units, months, _), _ = shape_and_start(f"{folder}/num.npy")
line, rest = output.split(b"\n", 1)
size = units * months * 4
columns = {name: rest[index * size:(index + 1) * size] for index, name in enumerate(COLUMNS)}
version = subprocess.run([compiler, "--version"], capture_output=True, text=True).stdout.split("\n")[0]
answer("c++", version, columns, sorted(float(word) for word in line.split()), threads=threads)
