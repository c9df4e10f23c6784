/* The graph: who is tied to whom, with persons folded into others where that is asked for. */
"use strict";
(() => {
  const map = (globalThis.netmapMap ??= {});

  class Graph {
    /**
     * edges: as the data have them; standsFor: for each actor who is drawn instead of it. Ties of
     * a kind between the same two become one, with their number; ties within one are left out.
     */
    constructor(edges, standsFor) {
      this.standsFor = standsFor;
      this.ties = [];
      this.tiesOf = standsFor.map(() => []);
      const known = new Map();
      for (const edge of edges) {
        const [from, to] = [standsFor[edge.from], standsFor[edge.to]];
        const folded = from !== edge.from || to !== edge.to;
        if (from === to && folded) continue;
        const ends = edge.arrows ? `${from} ${to}` : `${Math.min(from, to)} ${Math.max(from, to)}`;
        // Only ties that were folded are joined: all others keep a line of their own.
        const key = `${edge.kind} ${ends}`;
        const joined = known.get(key);
        if (joined && (folded || joined.folded)) {
          joined.count += 1;
          continue;
        }
        const tie = { id: edge.id, from, to, kind: edge.kind, count: 1, folded };
        known.set(key, tie);
        this.ties.push(tie);
        this.tiesOf[from].push(tie);
        if (to !== from) this.tiesOf[to].push(tie);
      }
    }

    other(tie, id) {
      return tie.from === id ? tie.to : tie.from;
    }

    /** Everybody at most so many ties away; admits(tie) and may(id) say what counts. */
    around(id, steps, admits, may) {
      const reached = new Set([id]);
      let edge = [id];
      for (let step = 0; step < steps; step += 1) {
        const next = [];
        for (const here of edge) {
          for (const tie of this.tiesOf[here]) {
            const there = this.other(tie, here);
            if (reached.has(there) || !admits(tie) || !may(there)) continue;
            reached.add(there);
            next.push(there);
          }
        }
        edge = next;
      }
      return reached;
    }

    /** A shortest way as a list of ties with where each leads, or null. */
    path(start, end) {
      const before = new Map([[start, null]]);
      const waiting = [start];
      for (let at = 0; at < waiting.length && !before.has(end); at += 1) {
        const here = waiting[at];
        for (const tie of this.tiesOf[here]) {
          const there = this.other(tie, here);
          if (before.has(there)) continue;
          before.set(there, { tie, from: here });
          waiting.push(there);
        }
      }
      if (!before.has(end)) return null;
      const steps = [];
      for (let here = end; before.get(here); here = before.get(here).from) {
        steps.unshift({ ...before.get(here), to: here });
      }
      return steps;
    }
  }

  map.Graph = Graph;
})();
