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
    .links{list-style:none;margin:.6rem 0 0;padding:.6rem 0 0;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.3rem 1rem;font-size:.875rem}
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
    .chart svg.small,.chart .stuck{display:none}
    .stuck{align-items:flex-start}
    .stuck svg{flex:none}
    .stuck .stay{position:sticky;left:0;z-index:1;background:var(--paper)}
    .course.small{width:100%;max-width:26rem;height:auto}
    .scroll.end{direction:rtl}
    .scroll.end>*{direction:ltr}
    svg.spread{display:block;width:100%;max-width:960px;height:auto}
    .spread .bar{fill:var(--link)}
    .spread .base{stroke:var(--soft)}
    .spread .edge{stroke:var(--soft);stroke-dasharray:2 4;fill:none}
    .spread .median{stroke:var(--brand);stroke-width:2;fill:none}
    .chart .spread .count{text-anchor:middle;fill:var(--ink);font-weight:650;font-size:13px}
    .chart .spread .med{fill:var(--brand);font-weight:650}
    .chart .numbers{margin-bottom:.75rem}
    @media(max-width:40rem){.chart .scroll.wide{display:none}.chart svg.small{display:block}.chart .stuck{display:flex}.chart .spread text,.chart .spread .count{font-size:22px}.chart .spread .less{display:none}}
    .goal-line{display:block;width:100%;max-width:26rem;height:auto;margin:.6rem 0}
    .goal-line text{font-size:12px;fill:var(--soft)}
    .goal-line .val{fill:var(--ink);font-weight:650;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
    .goal-line .run{fill:none;stroke:var(--link);stroke-width:2;stroke-linejoin:round}
    .goal-line circle{fill:var(--link)}
    .goal-line path.aim{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-dasharray:6 4}
    .goal-line text.aim{fill:var(--ink)}
    .live{display:flex;align-items:center;gap:.5rem;min-height:1.5rem;margin:-.5rem 0 1rem;font-size:.875rem;color:var(--soft)}
    .live[data-state]::before{content:"";width:.6rem;height:.6rem;border-radius:50%;background:var(--good);flex:none}
    .live:is([data-state=lost],[data-state=out]){color:var(--warn);font-weight:650}
    .live:is([data-state=lost],[data-state=out])::before{background:none;box-shadow:inset 0 0 0 2px var(--warn);border-radius:2px}
    .live[data-state=over]::before{background:var(--soft)}
    @keyframes fresh{from{background:var(--warnbg)}}
    .fresh{animation:fresh 4s ease-out}
    @media(prefers-reduced-motion:reduce){.fresh{animation:none}}
    .hall main{max-width:none;padding:1.2vh 2.5vw}
    .hall .campaign{max-width:none;padding:.4rem 2.5vw;font-size:clamp(.8rem,min(1.8vh,3.4vw),1.4rem)}
    .hall footer{max-width:none;padding:.5rem 2.5vw}
    .hall h1{font-size:clamp(1.5rem,min(4.4vh,6.4vw),4rem)}
    .hall h2{font-size:clamp(1.1rem,min(2.8vh,5vw),2.4rem)}
    .hall .badge{font-size:clamp(.9rem,min(2.2vh,3.8vw),2rem)}
    .hall .legend,.hall .pages{font-size:clamp(.9rem,min(2.2vh,3.8vw),2rem);margin-top:1vh}
    .hall .live{font-size:clamp(.9rem,min(2.2vh,3.8vw),2rem);margin:0 0 1vh}
    .hall .board{border:0;background:none;padding:0}
    .hall-list{list-style:none;margin:0;padding:0;display:grid;gap:.5vh 3vw;font-size:clamp(1rem,min(3vh,4.2vw),3.2rem);line-height:1.2}
    .hall-list li{display:grid;grid-template-columns:2.6em minmax(0,1fr) auto auto;gap:.6em;align-items:center;background:var(--paper);border-radius:.3em;padding:.35em .5em;min-width:0}
    .hall-list b{text-align:center;border-radius:.25em;font-weight:700}
    .hall-list .p1 b{background:var(--medal);color:#14171d}
    .hall-list .p2 b{background:var(--ink);color:var(--paper)}
    .hall-list .p3 b{box-shadow:inset 0 0 0 .08em var(--ink)}
    .hall-list em{font-style:normal;font-weight:700}
    .hall-list i{font-style:normal;text-align:right;font-size:.75em}
    .hall-list i:not(:empty){min-width:4em}
    .hall-list small{display:block;font-size:.55em;color:var(--soft)}
    .hall-list .without{color:var(--soft)}
    .hall-foot{display:flex;gap:1.5rem;align-items:center;margin:1vh 0 0}
    .hall-foot [aria-pressed=true]{background:var(--ink);color:var(--paper)}
    @media(min-width:60rem){.hall-list.two{font-size:clamp(1rem,min(3vh,1.7vw),3.2rem);grid-template-columns:1fr 1fr;grid-template-rows:repeat(10,auto);grid-auto-flow:column}}

    """

  static let print = """
    @media print{
    .views,.live,.hall-foot,.links{display:none}
    .chart svg{max-width:100%;height:auto}
    .heat{break-inside:avoid;display:block}
    .chart .glance,.chart .numbers,.key-list{break-inside:avoid}
    .key-list svg{flex:none}
    }

    """
}
