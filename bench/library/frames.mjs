// What a Chromium trace says of the page's main thread: processor time a frame, and of what kind.

export const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];

const kinds = {
  script:
    /^(FunctionCall|EvaluateScript|FireAnimationFrame|TimerFire|RunMicrotasks|EventDispatch|v8\.|V8\.|XHR|FireIdleCallback)/,
  'garbage collection': /^(MinorGC|MajorGC|BlinkGC|V8\.GC)/,
  style: /^(UpdateLayoutTree|RecalculateStyles|ParseAuthorStyleSheet|ScheduleStyleRecalculation)/,
  layout: /^(Layout|HitTest)/,
  paint: /^(PrePaint|Paint|Layerize|UpdateLayer|Commit|CompositeLayers)/,
};

function kindOf(name) {
  return Object.keys(kinds).find((kind) => kinds[kind].test(name)) ?? 'other';
}

/** The renderer's main thread that did the most. */
function busiestMain(events) {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const work = new Map();
  for (const { ph, pid, tid, tdur = 0 } of events) {
    const thread = `${pid}/${tid}`;
    if (ph === 'X' && mains.has(thread)) work.set(thread, (work.get(thread) ?? 0) + tdur);
  }
  return [...work].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Processor time of each event without what happened within it, by kind. */
function byKind(events) {
  const sums = {};
  const open = [];
  for (const { name, ts, dur = 0, tdur = 0 } of events) {
    while (open.length > 0 && open.at(-1).end <= ts) open.pop();
    const kind = kindOf(name);
    sums[kind] = (sums[kind] ?? 0) + tdur;
    const within = open.at(-1);
    if (within) sums[within.kind] -= tdur;
    open.push({ kind, end: ts + dur });
  }
  return sums;
}

/**
 * Work in ms of processor time, so that a busy machine doesn't count as a slow page: of each frame,
 * from one begin to the next, and of each task.
 */
export function mainThread(trace) {
  const { traceEvents } = JSON.parse(trace);
  const thread = busiestMain(traceEvents);
  const mine = traceEvents
    .filter(({ ph, pid, tid }) => ph !== 'M' && `${pid}/${tid}` === thread)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const begins = mine.filter(({ name }) => name === 'BeginMainThreadFrame').map(({ ts }) => ts);
  const frames = begins.map(() => 0);
  const tasks = [];
  let frame = -1;
  let end = 0;
  for (const { ph, name, ts, dur = 0, tdur = 0 } of mine) {
    // A task may run others: only the outermost count.
    if (ph !== 'X' || !/RunTask$/.test(name) || ts < end) continue;
    end = ts + dur;
    tasks.push(tdur / 1_000);
    // What begins a frame lies within its task.
    while (frame + 1 < begins.length && begins[frame + 1] <= end) frame++;
    if (frame >= 0) frames[frame] += tdur / 1_000;
  }
  return { frames, tasks, kinds: byKind(mine.filter(({ ph }) => ph === 'X')) };
}
