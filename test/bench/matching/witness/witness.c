/*
 * The practical limit: the same twenty best of the same people by the same whole numbers, in C, on one core.
 *
 * Reads the file that pack.ts writes, then answers one line of input at a time:
 *   rank <job>      nanoseconds, how many fit, how many are listed; then for each its position, score and points
 *   all             nanoseconds for every job of the file, and how many pairs fit in all
 *
 * Citizens stand by how far they travel and then along the map, in blocks of 64. A block is passed by when the job is
 * outside what anybody in it reaches. In a block, ordinary rules are a few words and a scalar product, without a
 * branch; the week, the exact metres and the points are worked out for those who are left.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BLOCK 64
#define MODES 4
#define PARTS 10
#define WEEK 10080
#define SLOT 30
#define SLOT_WORDS 6
#define SHOWN 20

typedef struct {
  int32_t citizens, jobs, words, wide, tried, categories, padded, blocks;
  int32_t wide_at_most[8];
  int32_t weight[PARTS];
  int32_t hours_spread, slack_full, travel_none, waiting_full, growth_full;
  int32_t same, not_set, changed;
  int32_t neutral, task, noise, hours, hours_near;
} Header;

static const Header *h;
static const double *travel; /* detour * 60, then km/h * 100000 of each mode, then waiting minutes of each */
static const uint64_t *has;
static const double *wide, *x, *y, *z, *least, *lat, *lon;
static const int32_t *metres_by, *free_at, *agreed_at;
static const uint64_t *touched;
static const int16_t *free_slots, *agreed_slots;
static const uint16_t *goal, *dream;
static const int32_t *wish, *most, *broker, *needs, *need_count, *waited, *id_rank, *tried_count, *tried;
static const double *block_x, *block_y, *block_z, *block_least;
static const uint64_t *block_has;

static const uint64_t *job_needs;
static const double *job_wide, *job_x, *job_y, *job_z, *job_lat, *job_lon;
static const int32_t *job_shift_at, *job_flexibility, *job_category, *job_noise, *job_paid, *job_grow, *job_contact,
    *job_lacking, *job_excluded_at, *job_excluded;
static const int16_t *job_shifts;

typedef struct {
  uint64_t key;
  int32_t position, score;
  int32_t points[PARTS];
} Place;

static Place heap[SHOWN];
static int listed;
static uint8_t open_block[1 << 20];

static int clamp(int64_t value) { return value < 0 ? 0 : value > 10000 ? 10000 : (int)value; }
static int share(int value, int full) { return full <= 0 ? 0 : clamp((int64_t)value * 10000 / full); }
static int points(int part, int of) { return (int)((int64_t)h->weight[part] * of / 10000); }

static int metres_between(int citizen, int job) {
  const double to_radians = 3.141592653589793;
#define RADIANS(degrees) ((degrees)*to_radians / 180)
  double up = sin(RADIANS(job_lat[job] - lat[citizen]) / 2);
  double along = sin(RADIANS(job_lon[job] - lon[citizen]) / 2);
  double half = up * up + cos(RADIANS(lat[citizen])) * cos(RADIANS(job_lat[job])) * (along * along);
  double root = sqrt(half);
  return (int)floor(2.0 * 6371000.0 * asin(root < 1 ? root : 1) + 0.5);
}

/* Slack of the tightest shift, or -1 when a shift is outside the windows. */
static int slack_of(int citizen, const int16_t *shifts, int count, int flexibility) {
  int tightest = count == 0 ? 0 : 1 << 30;
  for (int s = 0; s < count; s++) {
    int from = shifts[2 * s], to = shifts[2 * s + 1], slack = -1;
    for (int f = free_at[citizen]; f < free_at[citizen + 1]; f++) {
      int a = free_slots[2 * f], b = free_slots[2 * f + 1];
      if (a < to && to <= b) {
        int late = a > from ? a - from : 0;
        if (late <= flexibility) slack = late > 0 ? 0 : from - a + b - to;
        break;
      }
    }
    if (slack < 0) return -1;
    if (slack < tightest) tightest = slack;
  }
  return tightest;
}

static int keeps_clear(int citizen, const int16_t *shifts, int count) {
  for (int g = agreed_at[citizen]; g < agreed_at[citizen + 1]; g++)
    for (int s = 0; s < count; s++)
      for (int by = -WEEK; by <= WEEK; by += WEEK)
        if (shifts[2 * s] < agreed_slots[2 * g + 1] + by && agreed_slots[2 * g] + by < shifts[2 * s + 1]) return 0;
  return 1;
}

/* Minutes of the fastest way that is within reach, or -1. */
static int minutes_of(int citizen, int metres) {
  int best = -1;
  for (int mode = 0; mode < MODES; mode++) {
    if (metres > metres_by[citizen * MODES + mode]) continue;
    int minutes = (int)ceil(metres * travel[0] / travel[1 + mode]) + (int)travel[1 + MODES + mode];
    if (best < 0 || minutes < best) best = minutes;
  }
  return best;
}

static int excluded(int citizen, int job) {
  for (int e = job_excluded_at[job]; e < job_excluded_at[job + 1]; e++)
    if (job_excluded[e] == citizen) return 1;
  return 0;
}

static int tried_share(int citizen, int job) {
  int sum = h->neutral;
  for (int t = 0; t < tried_count[citizen]; t++) {
    const int32_t *one = tried + ((size_t)citizen * h->tried + t) * 4;
    int alike = 0;
    if (one[1] == job_category[job]) alike += h->task;
    if (one[2] == job_noise[job]) alike += h->noise;
    if (abs(one[3] - job_paid[job]) <= h->hours_near) alike += h->hours;
    sum += one[0] * alike;
  }
  return clamp(sum);
}

static void sift_down(int at) {
  for (;;) {
    int least_at = at, left = 2 * at + 1, right = left + 1;
    if (left < listed && heap[left].key < heap[least_at].key) least_at = left;
    if (right < listed && heap[right].key < heap[least_at].key) least_at = right;
    if (least_at == at) return;
    Place moved = heap[at];
    heap[at] = heap[least_at];
    heap[least_at] = moved;
    at = least_at;
  }
}

static void offer(const Place *place) {
  if (listed < SHOWN) {
    int at = listed++;
    heap[at] = *place;
    while (at > 0 && heap[(at - 1) / 2].key > heap[at].key) {
      Place moved = heap[at];
      heap[at] = heap[(at - 1) / 2];
      heap[(at - 1) / 2] = moved;
      at = (at - 1) / 2;
    }
  } else if (place->key > heap[0].key) {
    heap[0] = *place;
    sift_down(0);
  }
}

static void score(int citizen, int job, int minutes, int slack) {
  Place place;
  int32_t *p = place.points;
  int paid = job_paid[job];
  p[0] = goal[(size_t)citizen * h->categories + job_category[job]];
  p[1] = dream[(size_t)citizen * h->categories + job_category[job]];
  p[2] = points(2, share(h->hours_spread - abs(paid - wish[citizen]), h->hours_spread));
  p[3] = points(3, tried_share(citizen, job));
  p[4] = points(4, share(slack, h->slack_full));
  p[5] = points(5, share(h->travel_none - minutes, h->travel_none));
  int contact = h->changed;
  if (broker[citizen] >= 0) {
    if (job_contact[job] == -2) contact = h->not_set;
    else if (job_contact[job] == broker[citizen]) contact = h->same;
  }
  p[6] = points(6, contact);
  p[7] = points(7, share(waited[citizen], h->waiting_full));
  int grows_to = job_grow[job] < most[citizen] ? job_grow[job] : most[citizen];
  p[8] = points(8, share(grows_to - paid, h->growth_full));
  int wanted = need_count[citizen];
  int met = wanted - __builtin_popcount((uint32_t)(needs[citizen] & job_lacking[job]));
  p[9] = points(9, wanted == 0 ? 10000 : share(met, wanted));
  place.score = 0;
  for (int part = 0; part < PARTS; part++) place.score += p[part];
  place.position = citizen;
  place.key = ((uint64_t)place.score << 48) | ((uint64_t)waited[citizen] << 28) | (uint64_t)((1 << 28) - 1 - id_rank[citizen]);
  offer(&place);
}

/* Which of the 64 pass the ordinary rules and may be near enough. */
static void passing(int block, int job, uint8_t *restrict pass) {
  size_t from = (size_t)block * BLOCK;
  for (int i = 0; i < BLOCK; i++) pass[i] = 1;
  for (int word = 0; word < h->words; word++) {
    const uint64_t *restrict own = has + (size_t)word * h->padded + from;
    uint64_t asked = job_needs[(size_t)word * h->jobs + job];
    for (int i = 0; i < BLOCK; i++) pass[i] &= (own[i] & asked) == asked;
  }
  for (int row = 0; row < h->wide; row++) {
    const double *restrict own = wide + (size_t)row * h->padded + from;
    double asked = job_wide[(size_t)row * h->jobs + job];
    if (h->wide_at_most[row])
      for (int i = 0; i < BLOCK; i++) pass[i] &= asked <= own[i];
    else
      for (int i = 0; i < BLOCK; i++) pass[i] &= asked >= own[i];
  }
  const double *restrict bx = x + from, *restrict by = y + from, *restrict bz = z + from, *restrict bl = least + from;
  double jx = job_x[job], jy = job_y[job], jz = job_z[job];
  for (int i = 0; i < BLOCK; i++) pass[i] &= bx[i] * jx + by[i] * jy + bz[i] * jz >= bl[i];
}

static int rank(int job) {
  const int16_t *shifts = job_shifts + 2 * job_shift_at[job];
  int count = job_shift_at[job + 1] - job_shift_at[job], flexibility = job_flexibility[job], fit = 0;
  uint64_t asked[SLOT_WORDS] = {0};
  for (int s = 0; s < count; s++) {
    int from = shifts[2 * s] + flexibility, to = shifts[2 * s + 1];
    if (from > to - 1) from = to - 1;
    for (int slot = from / SLOT; slot <= (to - 1) / SLOT; slot++) asked[slot / 64] |= 1ull << (slot % 64);
  }
  listed = 0;
  double jx = job_x[job], jy = job_y[job], jz = job_z[job];
  for (int b = 0; b < h->blocks; b++)
    open_block[b] = block_x[b] * jx + block_y[b] * jy + block_z[b] * jz >= block_least[b];
  for (int word = 0; word < h->words; word++) {
    uint64_t needed = job_needs[(size_t)word * h->jobs + job];
    const uint64_t *own = block_has + (size_t)word * h->blocks;
    for (int b = 0; b < h->blocks; b++) open_block[b] &= (own[b] & needed) == needed;
  }
  for (int b = 0; b < h->blocks; b++) {
    if (!open_block[b]) continue;
    uint8_t pass[BLOCK] __attribute__((aligned(64)));
    passing(b, job, pass);
    for (int eight = 0; eight < BLOCK; eight += 8) {
      uint64_t any;
      memcpy(&any, pass + eight, 8);
      for (; any != 0; any &= any - 1) {
        int citizen = b * BLOCK + eight + __builtin_ctzll(any) / 8;
        const uint64_t *own = touched + (size_t)citizen * SLOT_WORDS;
        uint64_t missing = 0;
        for (int w = 0; w < SLOT_WORDS; w++) missing |= asked[w] & ~own[w];
        if (missing) continue;
        int slack = slack_of(citizen, shifts, count, flexibility);
        if (slack < 0 || !keeps_clear(citizen, shifts, count) || excluded(citizen, job)) continue;
        int minutes = minutes_of(citizen, metres_between(citizen, job));
        if (minutes < 0) continue;
        fit++;
        score(citizen, job, minutes, slack);
      }
    }
  }
  return fit;
}

static int best_first(const void *a, const void *b) {
  uint64_t one = ((const Place *)a)->key, other = ((const Place *)b)->key;
  return one < other ? 1 : one > other ? -1 : 0;
}

static int ranked(int job) {
  int fit = rank(job);
  qsort(heap, listed, sizeof(Place), best_first);
  return fit;
}

static long long nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000000000ll + now.tv_nsec;
}

static const char *cursor;
static const void *section(size_t bytes) {
  const void *found = cursor;
  cursor += (bytes + 63) / 64 * 64;
  return found;
}

static void load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(2);
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  char *all = aligned_alloc(64, (size + 63) / 64 * 64);
  if (!all || fread(all, 1, size, file) != size) exit(3);
  fclose(file);
  cursor = all;
  h = section(sizeof(Header));
  size_t n = h->padded, jobs = h->jobs;
  travel = section(sizeof(double) * (1 + 2 * MODES));
  has = section(8 * n * h->words);
  wide = section(8 * n * h->wide);
  x = section(8 * n), y = section(8 * n), z = section(8 * n), least = section(8 * n);
  lat = section(8 * n), lon = section(8 * n);
  metres_by = section(4 * n * MODES);
  touched = section(8 * n * SLOT_WORDS);
  free_at = section(4 * (n + 1)), free_slots = section(4 * (size_t)free_at[n]);
  agreed_at = section(4 * (n + 1)), agreed_slots = section(4 * (size_t)agreed_at[n]);
  goal = section(2 * n * h->categories), dream = section(2 * n * h->categories);
  wish = section(4 * n), most = section(4 * n), broker = section(4 * n), needs = section(4 * n);
  need_count = section(4 * n), waited = section(4 * n), id_rank = section(4 * n), tried_count = section(4 * n);
  tried = section(16 * n * h->tried);
  size_t blocks = h->blocks;
  block_x = section(8 * blocks), block_y = section(8 * blocks), block_z = section(8 * blocks);
  block_least = section(8 * blocks), block_has = section(8 * blocks * h->words);
  job_needs = section(8 * jobs * h->words), job_wide = section(8 * jobs * h->wide);
  job_x = section(8 * jobs), job_y = section(8 * jobs), job_z = section(8 * jobs);
  job_lat = section(8 * jobs), job_lon = section(8 * jobs);
  job_shift_at = section(4 * (jobs + 1)), job_shifts = section(4 * (size_t)job_shift_at[jobs]);
  job_flexibility = section(4 * jobs), job_category = section(4 * jobs), job_noise = section(4 * jobs);
  job_paid = section(4 * jobs), job_grow = section(4 * jobs), job_contact = section(4 * jobs);
  job_lacking = section(4 * jobs);
  job_excluded_at = section(4 * (jobs + 1)), job_excluded = section(4 * (size_t)job_excluded_at[jobs]);
}

int main(int count, char **arguments) {
  if (count != 2) return 1;
  load(arguments[1]);
  printf("ready\n");
  fflush(stdout);
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    int job;
    long long start = nanos();
    if (sscanf(line, "rank %d", &job) == 1) {
      start = nanos();
      int fit = ranked(job);
      long long spent = nanos() - start;
      printf("%lld %d %d", spent, fit, listed);
      for (int at = 0; at < listed; at++) {
        printf(" %d %d", heap[at].position, heap[at].score);
        for (int part = 0; part < PARTS; part++) printf(" %d", heap[at].points[part]);
      }
      printf("\n");
    } else {
      long long pairs = 0;
      for (int each = 0; each < h->jobs; each++) pairs += ranked(each);
      printf("%lld %lld\n", nanos() - start, pairs);
    }
    fflush(stdout);
  }
  return 0;
}
