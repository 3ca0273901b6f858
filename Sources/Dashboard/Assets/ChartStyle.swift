/// How charts look. The shades of the heat map are the same in light and dark: each has a letter whose contrast is known.
enum ChartStyle {
  static let screen = """
    .views{margin:-.25rem 0 1.25rem}
    .views ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem}
    .views a{display:block;padding:.35rem .8rem;border:1px solid var(--line);border-radius:99px;background:var(--paper);color:var(--soft);font-size:.875rem}
    .views a[aria-current]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
    .key-list{list-style:none;margin:.5rem 0 .75rem;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1.1rem;font-size:.8125rem;color:var(--soft)}
    .key-list li{display:flex;align-items:center;gap:.4rem}
    .chart svg text{fill:var(--soft);font-size:12px}
    .heat text{text-anchor:middle;font-size:11px}
    .chart .heat .col{text-anchor:start;font-size:11px}
    .chart .heat .num{text-anchor:end;fill:var(--ink);font-weight:650}
    .chart .heat .unit{text-anchor:start;fill:var(--ink)}
    .chart .heat .on{fill:#fff;font-size:11px}
    .chart .heat .off{fill:#14171d;font-size:11px}
    .h0{fill:#8a3206}.h1{fill:#a8490f}.h2{fill:#d9853f}.h3{fill:#e5a066}.h4{fill:#efbe93}.h5{fill:#f6dcc4}.h6{fill:#eef1f5}.h7{fill:#cfdef0}.h8{fill:#a9c6e6}.h9{fill:#2d6db0}.h10{fill:#164a85}
    .hn,.hp,.hu{fill:#dfe3e8;stroke:#6b7480;stroke-width:1}
    .hp{fill:#fff;stroke-dasharray:3 2}
    .hm{stroke:#8a3206;stroke-width:1}
    .hb{fill:#fff}.hl{stroke:#d08a5c;stroke-width:2.5}.hd{fill:var(--soft)}
    .codes{columns:20rem;font-size:.875rem;margin:.25rem 0 .75rem}
    .codes div{display:flex;gap:.6rem;break-inside:avoid;padding:.15rem 0}
    .codes dt{color:var(--soft);flex:0 0 3.8rem}
    .codes dd{margin:0}
    .small{font-size:.8125rem}
    .small th,.small td{padding:.3rem .5rem}
    .small tbody th{white-space:nowrap}
    abbr{text-decoration:none}
    .course .grid,.spread .grid{stroke:var(--line);fill:none}
    .course path{fill:none;stroke-linejoin:round}
    .course .plain{stroke:var(--spark);stroke-opacity:.55;stroke-width:1.2}
    .course.many .plain{stroke-opacity:.4;stroke-width:1}
    .course circle.plain{fill:var(--spark);fill-opacity:.7;stroke:none}
    .course .leader{stroke:var(--ink);stroke-width:2.6}
    .course .riser{stroke:var(--good);stroke-width:2.6}
    .course .faller{stroke:var(--bad);stroke-width:2.6;stroke-dasharray:7 4}
    .course .chosen{stroke:var(--link);stroke-width:3.4}
    .course .leader.end{fill:var(--ink)}
    .course .riser.end{fill:var(--good);stroke:none}
    .course .faller.end{fill:var(--bad);stroke:none}
    .course .chosen.end{fill:var(--link);stroke:none}
    .course .lead{stroke:var(--soft);stroke-width:1}
    .chart .course text{stroke:none}
    .chart .course text.leader,.chart .course text.riser,.chart .course text.faller,.chart .course text.chosen{font-weight:650;fill:var(--ink)}
    .chart .course text.riser{fill:var(--good)}
    .chart .course text.faller{fill:var(--bad)}
    .spread .bar{fill:var(--link)}
    .spread .base{stroke:var(--soft)}
    .spread .edge{stroke:var(--soft);stroke-dasharray:2 4;fill:none}
    .spread .median{stroke:var(--brand);stroke-width:2;fill:none}
    .chart .spread .count{text-anchor:middle;fill:var(--ink);font-weight:650;font-size:13px}
    .chart .spread .med{fill:var(--brand);font-weight:650}
    .chart .numbers{margin-bottom:.75rem}

    """

  static let print = """
    @media print{
    .views{display:none}
    .chart svg{max-width:100%;height:auto}
    .chart{break-inside:avoid}
    .key-list svg{flex:none}
    }

    """
}
