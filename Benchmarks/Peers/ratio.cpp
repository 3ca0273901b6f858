// The canonical workload by hand in C++, for one processor: ratio FOLDER RUNS THREADS
//
// Columns are [32 units in the order of blocks][month][criterion][unit] in 16 bits. Scores are doubles, which are exact here (see the
// definition of the workload); places come from comparing everyone with everyone in a block, from sorting in a large one.
//
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

using std::vector;

struct Array {
  vector<int64_t> shape;
  vector<int16_t> values;
};

static Array read(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  char head[10];
  if (!file.read(head, 10)) { fprintf(stderr, "%s cannot be read\n", path.c_str()); exit(65); }
  std::string text(uint8_t(head[8]) | uint8_t(head[9]) << 8, ' ');
  file.read(text.data(), text.size());
  Array array;
  size_t at = text.find('(', text.find("'shape'")) + 1;
  int64_t count = 1;
  while (text[at] != ')') {
    if (isdigit(text[at])) {
      size_t used;
      array.shape.push_back(std::stoll(text.substr(at), &used));
      count *= array.shape.back();
      at += used;
    } else at++;
  }
  array.values.resize(count);
  file.read(reinterpret_cast<char *>(array.values.data()), count * 2);
  return array;
}

template <class Body> static void share(int threads, int pieces, Body body) {
  std::atomic<int> next{0};
  auto work = [&] { for (int piece; (piece = next++) < pieces;) body(piece); };
  vector<std::thread> others;
  for (int i = 1; i < threads; i++) others.emplace_back(work);
  work();
  for (auto &other : others) other.join();
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  const std::string folder = argv[1];
  const int runs = atoi(argv[2]), threads = atoi(argv[3]);
  Array num = read(folder + "/num.npy"), den = read(folder + "/den.npy"), block = read(folder + "/block.npy");
  const Array target = read(folder + "/target.npy"), points = read(folder + "/points.npy");
  const int units = int(num.shape[0]), months = int(num.shape[1]), criteria = int(num.shape[2]);
  const int row = months * criteria;
  vector<int> order(units);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return block.values[a] < block.values[b]; });
  vector<int> starts;
  for (int slot = 0; slot < units; slot++)
    if (slot == 0 || block.values[order[slot]] != block.values[order[slot - 1]]) starts.push_back(slot);
  starts.push_back(units);
  const size_t padded = size_t(units + 31) / 32 * 32;
  vector<int16_t> n(padded * row), d(n.size());
  for (int slot = 0; slot < units; slot++)
    for (int i = 0; i < row; i++) {
      const size_t to = (size_t(slot / 32) * row + i) * 32 + slot % 32;
      n[to] = std::max<int16_t>(0, num.values[size_t(order[slot]) * row + i]);
      d[to] = std::max<int16_t>(0, den.values[size_t(order[slot]) * row + i]);
    }
  num = den = Array();

  vector<double> factor(criteria), goal(criteria), cap(criteria);
  for (int c = 0; c < criteria; c++) {
    factor[c] = points.values[c] * 1e6;
    goal[c] = target.values[c];
    cap[c] = points.values[c] * 1e4;
  }
  const size_t size = size_t(months) * units;
  vector<int32_t> total(size), place(size), gain(size, INT32_MIN), moved(size, INT32_MIN), up(size), met(size);

  auto recompute = [&] {
    share(threads, (units + 255) / 256, [&](int piece) {
      // Thirty-two units at a time, side by side, so that a criterion's constants are loaded once for all of them.
      constexpr int lanes = 32;
      vector<int32_t> sn(size_t(criteria) * lanes), sd(size_t(criteria) * lanes);
      alignas(64) int32_t sum[lanes];
      for (int group = piece * 8; group < std::min((units + lanes - 1) / lanes, piece * 8 + 8); group++)
        for (int month = 0; month < months; month++) {
          const size_t at = (size_t(group) * months + month) * criteria * lanes;
          if (month % 12 == 0) { std::fill(sn.begin(), sn.end(), 0); std::fill(sd.begin(), sd.end(), 0); }
          std::fill(sum, sum + lanes, 0);
          for (int c = 0; c < criteria; c++) {
            int32_t *__restrict qn = &sn[size_t(c) * lanes], *__restrict qd = &sd[size_t(c) * lanes];
            const int16_t *__restrict pn = &n[at + size_t(c) * lanes], *__restrict pd = &d[at + size_t(c) * lanes];
            const double f = factor[c], g = goal[c], most = cap[c];
#pragma GCC ivdep
            for (int i = 0; i < lanes; i++) {
              const int32_t a = qn[i] += pn[i], b = qd[i] += pd[i];
              // A divisor of 1 for nothing at all: n is 0 there as well, and so is the score.
              const double x = std::floor(a * f / (std::max(b, 1) * g) + 0.5);
              sum[i] += int32_t(x < most ? x : most);
            }
          }
          const int first = group * lanes;
          for (int i = 0; i < std::min(lanes, units - first); i++) total[size_t(month) * units + first + i] = sum[i];
        }
    });
    share(threads, int(starts.size()) - 1, [&](int b) {
      const int first = starts[b], count = starts[b + 1] - first;
      vector<uint64_t> keys(count);
      for (int month = 0; month < months; month++) {
        const size_t at = size_t(month) * units + first;
        if (count <= 512) {
          // Everyone against everyone, side by side: below some hundreds that is quicker than sorting.
          const int32_t *__restrict all = &total[at];
          int32_t *__restrict out = &place[at];
          for (int i = 0; i < count; i++) {
            const int32_t mine = all[i];
            int32_t above = 1;
            for (int j = 0; j < count; j++) above += all[j] > mine;
            out[i] = above;
          }
        } else {
          for (int i = 0; i < count; i++) keys[i] = uint64_t(INT32_MAX - total[at + i]) << 32 | uint32_t(i);
          std::sort(keys.begin(), keys.end());
          int32_t shared = 1;
          for (int i = 0; i < count; i++) {
            if (i > 0 && keys[i] >> 32 != keys[i - 1] >> 32) shared = i + 1;
            place[at + uint32_t(keys[i])] = shared;
          }
        }
        if (month < 12) continue;
        const size_t ago = at - size_t(12) * units;
        for (int i = 0; i < count; i++) {
          gain[at + i] = total[at + i] - total[ago + i];
          moved[at + i] = place[ago + i] - place[at + i];
          up[at + i] = gain[at + i] > 0;
          met[at + i] = place[at + i] <= std::max(1, place[ago + i] - 5);
        }
      }
    });
  };

  recompute();
  vector<double> times;
  for (int i = 0; i < runs; i++) {
    const auto start = std::chrono::steady_clock::now();
    recompute();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(times.begin(), times.end());
  // The times, then the six columns by unit and month; the caller makes digests of them.
  for (double time : times) printf("%.3f ", time);
  printf("\n");
  for (const auto *column : {&total, &place, &gain, &moved, &up, &met}) {
    vector<int32_t> out(size);
    for (int slot = 0; slot < units; slot++)
      for (int month = 0; month < months; month++) out[size_t(order[slot]) * months + month] = (*column)[size_t(month) * units + slot];
    fwrite(out.data(), 4, out.size(), stdout);
  }
}
