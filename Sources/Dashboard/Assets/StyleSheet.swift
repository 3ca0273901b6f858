/// The style sheet of every page: light and dark, phone to hall, and paper.
///
/// No value of a journal is ever written into it.
enum StyleSheet {
  static let text = base + tables + parts + FormStyle.screen + ChartStyle.screen + narrow + FormStyle.narrow + print + FormStyle.print + ChartStyle.print

  private static let base = """
    :root{--paper:#fff;--ground:#f5f6f8;--ink:#14171d;--soft:#566070;--line:#e1e5ea;--hover:#f1f4f8;--link:#0f3d8a;\
    --brand:#a3161b;--good:#0a6a43;--bad:#b3231c;--warn:#8a5a00;--goodbg:#e4f3ec;--badbg:#fbe9e7;--warnbg:#fff4dc;--calm:#eceff3;\
    --spark:#7b8798;--medal:#f3c23c}
    @media(prefers-color-scheme:dark){:root{--paper:#161a20;--ground:#0e1116;--ink:#edf0f4;--soft:#a4aebb;--line:#2b323b;--hover:#1d232b;\
    --link:#9cc0ff;--brand:#ff8f86;--good:#6fd6a4;--bad:#ff9b92;--warn:#f0c267;--goodbg:#12352a;--badbg:#421d1b;--warnbg:#3a2d10;\
    --calm:#252c35;--spark:#8793a3}}
    *{box-sizing:border-box}
    html{font:16px/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;color:var(--ink);\
    background:var(--ground);-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
    body{margin:0;font-variant-numeric:tabular-nums lining-nums}
    h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.015em;margin:0;font-weight:700}
    h2{font-size:1.15rem;line-height:1.3;margin:0 0 .75rem;font-weight:650}
    h3{font-size:1rem;margin:0 0 .5rem;font-weight:650}
    p{margin:0 0 .75rem}
    a{color:var(--link);text-decoration:none}
    a:hover{text-decoration:underline}
    p a,dd a,li a.in,.hits a{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.18em;text-decoration-color:color-mix(in srgb,currentColor 45%,transparent)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
    main{max-width:72rem;margin:0 auto;padding:1.5rem 1.25rem 2rem}
    main:focus{outline:none}
    .vh{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--paper);padding:.5rem 1rem}
    .demo{margin:0;padding:.45rem 1.25rem;background:var(--warnbg);color:var(--warn);font-weight:650;font-size:.875rem;text-align:center;letter-spacing:.01em}
    .top{background:var(--paper);border-bottom:1px solid var(--line)}
    .bar{max-width:72rem;margin:0 auto;padding:.5rem 1.25rem;display:flex;align-items:center;gap:.5rem 1.5rem;flex-wrap:wrap}
    .mark{font-weight:750;font-size:1.125rem;color:var(--ink);letter-spacing:-.01em;white-space:nowrap}
    .mark span{color:var(--brand)}
    .bar ul,.tabs ul,.files{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap}
    .bar nav{flex:1}
    .bar nav a{display:block;padding:.6rem .75rem;color:var(--soft);font-weight:550;border-bottom:2px solid transparent}
    .bar nav a[aria-current]{color:var(--ink);border-color:var(--brand)}
    .find input{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:6px;padding:.4rem .7rem;width:13rem;max-width:100%}
    .find input::placeholder{color:var(--soft);opacity:1}
    .lang{font-size:.875rem;padding:.5rem 0;white-space:nowrap}
    .campaign{max-width:72rem;margin:0 auto;padding:0 1.25rem .6rem;color:var(--soft);font-size:.8125rem;display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;justify-content:space-between}
    .campaign p{margin:0}
    .title{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:center;justify-content:space-between;margin-bottom:1rem}
    .title .sub{flex-basis:100%;margin:0;color:var(--soft)}
    .periods{display:flex;align-items:center;gap:.4rem;position:relative}
    .step,.pick summary{border:1px solid var(--line);background:var(--paper);border-radius:6px;min-height:2.5rem;display:inline-flex;align-items:center;justify-content:center}
    .step{min-width:2.5rem;font-size:1.25rem;color:var(--ink)}
    .step.off{color:var(--soft);opacity:.45}
    .pick summary{padding:0 .9rem;font-weight:650;cursor:pointer;list-style:none}
    .pick summary::after{content:"▾";margin-left:.5rem;color:var(--soft)}
    .pick summary::-webkit-details-marker{display:none}
    .pick ul{position:absolute;z-index:5;right:0;top:calc(100% + .3rem);margin:0;padding:.75rem;list-style:none;background:var(--paper);border:1px solid var(--line);border-radius:8px;box-shadow:0 10px 30px rgb(0 0 0/.18);width:min(30rem,90vw);max-height:70vh;overflow:auto}
    .pick li{display:flex;flex-wrap:wrap;gap:.25rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
    .pick li:last-child{border:0}
    .pick li a{padding:.35rem .55rem;border-radius:5px;font-size:.875rem}
    .pick li a[aria-current]{background:var(--ink);color:var(--paper)}
    .badge{font-size:.8125rem;font-weight:650;padding:.2rem .6rem;border-radius:99px;white-space:nowrap}
    .badge.done{background:var(--calm);color:var(--ink)}
    .badge.open{background:var(--warnbg);color:var(--warn);border:1px dashed currentColor}
    .tabs{border-bottom:1px solid var(--line);margin-bottom:1.25rem}
    .tabs a{display:block;padding:.55rem .9rem;color:var(--soft);font-weight:550;border-bottom:2px solid transparent;margin-bottom:-1px}
    .tabs a[aria-current]{color:var(--ink);border-color:var(--ink)}
    .tabs small{font-size:.8125rem;font-weight:400;color:var(--soft)}
    footer{max-width:72rem;margin:0 auto;padding:1.25rem;color:var(--soft);font-size:.8125rem;border-top:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.75rem 2rem;justify-content:space-between}
    .facts{margin:0;display:flex;flex-wrap:wrap;gap:.3rem 1.25rem}
    .facts div{display:flex;gap:.35rem}
    .facts dt::after{content:":"}
    .facts dd{margin:0;color:var(--ink)}
    .files{gap:.75rem;align-items:baseline}
    .files button{border:0;background:none;color:var(--link);padding:0;min-height:24px}

    """

  private static let tables = """
    table{border-collapse:collapse;width:100%;background:var(--paper)}
    th,td{padding:.5rem .7rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:middle}
    th{font-weight:inherit}
    thead th{font-size:.75rem;line-height:1.25;color:var(--soft);font-weight:600;vertical-align:bottom;background:var(--paper)}
    .n{text-align:right;white-space:nowrap}
    thead .n{white-space:normal}
    tbody tr:hover{background:var(--hover)}
    tr:target{background:var(--warnbg)}
    .board{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem .5rem;margin-bottom:1.5rem}
    .rank thead th{position:sticky;top:0;z-index:2;box-shadow:inset 0 -1px var(--line)}
    .rank .place{width:3.4rem;padding-left:.2rem}
    .rank .place b{display:inline-block;min-width:2.1rem;padding:.12rem .3rem;text-align:center;font-weight:650;border-radius:5px}
    .rank .p1 b{background:var(--medal);color:#14171d}
    .rank .p2 b{background:var(--ink);color:var(--paper)}
    .rank .p3 b{box-shadow:inset 0 0 0 2px var(--ink)}
    .rank .unit a{color:var(--ink);font-weight:600}
    .rank small{display:block;color:var(--soft);font-size:.8125rem;line-height:1.3}
    .rank td.points{font-size:1.0625rem;font-weight:700}
    .rank .volume,.rank .gain{color:var(--soft)}
    .rank .without th[scope=rowgroup]{font-size:.8125rem;font-weight:650;color:var(--bad);padding-top:1rem}
    .rank .without.wait th[scope=rowgroup]{color:var(--soft)}
    .rank .without .place b{color:var(--soft);font-weight:400}
    .up{color:var(--good)}
    .down{color:var(--bad)}
    .move .up,.move .down,.numbers .up,.numbers .down{font-weight:600}
    .up i,.down i{font-style:normal;font-size:.6875rem;margin-right:.25rem;vertical-align:.08em}
    .same,.none{color:var(--soft)}
    .b{display:inline-flex;align-items:center;gap:.4rem;white-space:nowrap;font-size:.875rem}
    .b::before{content:"";width:.55rem;height:.55rem;border-radius:2px;background:currentColor;flex:none}
    .b0::before{background:var(--good)}
    .b1::before{background:var(--link)}
    .b2::before{background:var(--warn)}
    .b3::before{background:none;box-shadow:inset 0 0 0 2px var(--warn)}
    .b4::before{background:none;box-shadow:inset 0 0 0 2px var(--bad)}
    .out{display:inline-flex;align-items:center;gap:.4rem;font-size:.875rem;white-space:nowrap}
    .out b{display:inline-grid;place-items:center;width:1.25rem;height:1.25rem;font-size:.75rem;line-height:1;border-radius:50%;border:1.5px solid currentColor;flex:none}
    .out.met{color:var(--good)}
    .out.met b{background:var(--good);border-color:var(--good);color:var(--paper)}
    .out.not b{background:var(--bad);border-color:var(--bad);color:var(--paper);border-radius:3px}
    .out.pen{color:var(--soft)}
    .out.pen b{border-style:dashed}
    .out.early b{background:none;color:inherit}
    .out.not.early{color:var(--soft)}
    .out.not.early b{background:none;border-color:currentColor;color:inherit}
    .out.mis{color:var(--warn)}
    .out.mis b{border-radius:3px}
    .out.nap{color:var(--soft)}
    .out.nap b{border-color:transparent}
    .out.und{color:var(--link)}
    .spark{display:block}
    .spark path{fill:none;stroke:var(--spark);stroke-width:1.5;stroke-linejoin:round}
    .spark circle{fill:var(--ink)}

    """

  private static let parts = """
    .glance{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem 1.5rem;margin:0 0 1.1rem;padding-bottom:1.1rem;border-bottom:1px solid var(--line)}
    .glance div{border-left:3px solid var(--line);padding-left:.75rem}
    .glance .lead{border-color:var(--ink)}
    .glance .rise{border-color:var(--good)}
    .glance .fall{border-color:var(--bad)}
    .glance .miss{border-color:var(--warn)}
    .missed{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;margin:0 0 1rem}
    .missed p{margin:0}
    .missed ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0;font-size:.875rem}
    .missed small,.risks small{color:var(--soft);font-size:.8125rem}
    .glance dt{font-size:.8125rem;color:var(--soft)}
    .glance dd{margin:0;font-weight:650}
    .glance dd a{color:inherit;display:inline-block;min-height:24px}
    .glance em{display:block;font-style:normal;font-weight:400;font-size:.875rem;color:var(--soft)}
    .legend,.found,.pages{color:var(--soft);font-size:.875rem}
    .pages{display:flex;gap:1.5rem;justify-content:center;padding:.75rem 0}
    .empty{color:var(--soft);padding:1rem 0}
    .card{min-width:0;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.25rem;margin-bottom:1.5rem}
    .numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1rem 1.5rem;margin:0}
    .numbers dt{font-size:.8125rem;color:var(--soft)}
    .numbers dd{margin:.15rem 0 0;font-size:1.0625rem}
    .numbers strong{font-size:2rem;line-height:1.1;letter-spacing:-.02em}
    .numbers small{color:var(--soft);font-size:.8125rem;margin-left:.3rem}
    .numbers dd .out+small,.numbers dd:not(:has(strong)) small{display:block;margin:.1rem 0 0}
    .line{display:block;width:100%;height:auto}
    .line text{font-size:12px;fill:var(--soft)}
    .line path{vector-effect:non-scaling-stroke}
    .line .grid{stroke:var(--line);fill:none}
    .line .run{stroke:var(--link);stroke-width:2;fill:none;stroke-linejoin:round}
    .line circle{fill:var(--paper);stroke:var(--link);stroke-width:1.5}
    .line .last{fill:var(--link)}
    .twin summary{cursor:pointer;color:var(--link);padding:.5rem 0}
    .code{color:var(--soft);font-size:.8125rem;white-space:nowrap}
    td small,th small{display:block;color:var(--soft);font-size:.8125rem}
    .criteria .group th,.criteria .group td{padding-top:1.1rem;font-weight:650;border-bottom-color:var(--ink)}
    .criteria th[scope=row]{min-width:13rem}
    .criteria .against{width:9rem}
    .criteria small.narrow{display:none}
    tfoot th,tfoot td{font-weight:650;border-top:2px solid var(--ink);border-bottom:0}
    .scroll{overflow-x:auto;position:relative}
    .range{display:block}
    .range .all,.progress .all{fill:var(--calm)}
    .range .own{fill:var(--spark)}
    .range .median{stroke:var(--ink);stroke-width:1.5}
    .range .best{fill:var(--brand)}
    .choose{display:flex;gap:.5rem;align-items:center;font-size:.875rem}
    select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:6px;padding:.35rem .6rem}
    button{cursor:pointer}
    .pick b{padding:0 .6rem;font-size:1.0625rem}
    .count{color:var(--soft);font-weight:400;font-size:.875rem;margin-left:.3rem}
    .tally{list-style:none;margin:0 0 1.25rem;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}
    .tally a{display:flex;align-items:center;gap:.5rem;color:inherit}
    .tally strong{font-size:1.125rem}
    .goals{list-style:none;margin:0;padding:0}
    .goals>li{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.75rem 2rem;padding:1rem 0;border-top:1px solid var(--line)}
    .goals p{margin:0 0 .3rem}
    .goals h3{margin:0 0 .3rem}
    .goals .why{color:var(--soft)}
    blockquote{margin:.6rem 0 0;padding-left:.8rem;border-left:2px solid var(--line);color:var(--soft);font-size:.875rem}
    cite{font-style:normal;font-size:.8125rem}
    .series{width:auto;margin:.5rem 0;font-size:.875rem}
    .series th,.series td{padding:.2rem .6rem}
    .series small{display:inline}
    .progress{margin-bottom:.5rem}
    .progress .meter{width:38%}
    .duo .progress th:nth-child(n+4),.duo .progress td:nth-child(n+4){display:none}
    .duo .progress .meter{width:45%}
    .progress svg{display:block;width:100%;height:.75rem}
    .progress .ontime{fill:var(--good)}
    .progress .late{fill:var(--warn)}
    .key{display:inline-block;width:.6rem;height:.6rem;margin-right:.35rem;border:1px solid var(--soft)}
    .key.ontime{background:var(--good);border-color:var(--good)}
    .key.late{background:var(--warn);border-color:var(--warn)}
    .key.all{background:var(--calm)}
    .columns{columns:15rem;column-gap:2rem}
    .columns div{margin-bottom:.9rem;break-inside:avoid}
    .columns h3{break-after:avoid;margin:0 0 .2rem;font-size:.875rem;color:var(--soft)}
    .columns a{color:inherit;display:inline-block;padding:.15rem 0;min-height:1.6rem}
    .columns ul,.hits,.risks,.leaders{list-style:none;margin:0;padding:0}
    .columns li{break-inside:avoid;padding:.15rem 0;display:flex;gap:.5rem;align-items:center}
    .box{width:.85rem;height:.85rem;border:1.5px solid var(--soft);border-radius:2px;flex:none}
    .hits li{padding:.5rem 0;border-bottom:1px solid var(--line)}
    .hits small{color:var(--soft)}
    .when{font-weight:400;color:var(--soft)}
    .trio{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1.25rem}
    .duo{display:grid;grid-template-columns:1fr 1fr;gap:1.25rem;align-items:start;margin-top:1.25rem}
    .trio .card,.duo .card{margin:0}
    .card h2 a{color:inherit}
    .leaders li{display:grid;grid-template-columns:2.2rem 1fr auto;gap:.5rem;align-items:center;padding:.4rem 0;border-bottom:1px solid var(--line);font-weight:650}
    .leaders a{color:inherit}
    .leaders b{text-align:center;border-radius:5px;padding:.05rem 0}
    .leaders .p1 b{background:var(--medal);color:#14171d}
    .leaders .p2 b{background:var(--ink);color:var(--paper)}
    .leaders .p3 b{box-shadow:inset 0 0 0 2px var(--ink)}
    .moves{margin:.75rem 0 0;font-size:.9375rem}
    .moves div{padding:.3rem 0}
    .moves dt{font-size:.8125rem;color:var(--soft)}
    .moves dd{margin:0}
    .why{color:var(--soft);font-weight:400;font-size:.875rem}
    .risks+h3{margin-top:1rem}
    .risks li{display:flex;gap:.6rem;padding:.35rem 0;align-items:start}
    .risks .why{display:block}
    .sorry{max-width:40rem;margin:10vh auto}
    .sorry p{color:var(--soft)}

    """

  private static let narrow = """
    @media(max-width:60rem){.rank .volume{display:none}.find input{width:9.5rem}.bar{column-gap:.75rem}.bar nav ul{flex-wrap:nowrap}.bar nav a{padding-inline:.5rem;white-space:nowrap}}
    @media(max-width:60rem){.criteria th[scope=row]{min-width:9rem}.criteria th,.criteria td{padding-inline:.35rem}.criteria .against{width:8rem}}
    @media(max-width:52rem){.rank .trend,.rank .gain{display:none}}
    @media(max-width:40rem){
    html{font-size:15px}
    main{padding:1rem .75rem}
    .bar{padding:.5rem .75rem;gap:.25rem .75rem}
    .bar nav{order:3;flex-basis:100%;overflow-x:auto}
    .bar nav ul{flex-wrap:nowrap}
    .bar nav a{padding:.5rem .45rem;white-space:nowrap;font-size:.875rem}
    .find{flex:1}
    .find input{width:100%}
    .campaign{padding:0 .75rem .5rem}
    .board,.card{padding:.9rem .7rem .4rem;border-radius:8px}
    h1{font-size:1.4rem}
    .tabs a{white-space:nowrap;padding:.45rem .6rem}
    th,td{padding:.5rem .3rem}
    .rank .band{display:none}
    .rank .year{display:none}
    .rank .place{width:2.6rem}
    .rank .climb{text-align:center}
    .rank .climb .out{font-size:0;gap:0}
    .glance{grid-template-columns:1fr 1fr}
    .glance div:last-child:nth-child(odd){grid-column:1/-1}
    .duo,.goals>li{grid-template-columns:minmax(0,1fr)}
    .progress .meter{display:none}
    .series th,.series td{padding:.2rem .25rem;font-size:.75rem}
    .line text{font-size:30px}
    .criteria th[scope=row]{min-width:0}
    .criteria .code,.criteria .target,.criteria .most,.criteria .against{display:none}
    .criteria small.narrow{display:block}
    .criteria th,.criteria td{padding-inline:.15rem;font-size:.8125rem}
    .pick ul{right:auto;left:0}
    }

    """

  private static let print = """
    @page{size:A4;margin:14mm 13mm 20mm;@bottom-right{content:counter(page) "/" counter(pages);font:9pt system-ui,"Noto Sans",sans-serif}}
    @media print{
    :root{--paper:#fff;--ground:#fff;--ink:#000;--soft:#444;--line:#bbb;--hover:#fff;--link:#000;--brand:#000;--good:#000;--bad:#000;--warn:#000;--goodbg:#fff;--badbg:#fff;--warnbg:#fff;--calm:#fff;--spark:#666}
    html{font-size:9.5pt;background:#fff}
    *{print-color-adjust:exact}
    .bar nav,.find,.lang,.step,.tabs,.files,.skip,.found,.pages a,.pick ul,footer{display:none!important}
    .pick summary{border:0;padding:0;min-height:0}
    .pick summary::after{content:none}
    .top{border:0}
    .bar,.campaign{padding:0;max-width:none}
    .demo{border:1.5px solid #000;margin-bottom:4mm}
    main{padding:2mm 0 0;max-width:none}
    .board,.card{border:0;padding:0;border-radius:0}
    .board{break-before:auto}
    h1{font-size:15pt}
    h2{font-size:12pt;break-after:avoid}
    th,td{padding:1.1mm 1.5mm}
    thead{display:table-header-group}
    .rank thead th{position:static}
    tr{break-inside:avoid}
    .rank .p1 b,.rank .p2 b{background:none;color:#000;box-shadow:inset 0 0 0 1px #000}
    .rank .volume,.rank .trend,.rank .gain,.rank .year,.rank .band{display:table-cell}
    a{color:inherit}
    .twin summary,.choose{display:none}
    .trio{grid-template-columns:repeat(3,1fr);gap:5mm}
    .duo{gap:5mm;margin-top:4mm}
    .sheet .card{border-top:1px solid #000;padding-top:2mm}
    .sheet h3{font-size:9.5pt}
    .sheet .duo{grid-template-columns:3fr 2fr}
    .sheet .risks li{padding:.6mm 0}
    .sheet .risks .why{display:inline}
    .goals>li{break-inside:avoid}
    .columns{columns:3}
    .chase{break-inside:auto}
    .leaders b,.out b{box-shadow:inset 0 0 0 1px #000;background:none!important;color:#000!important}
    .scroll{overflow:visible}
    .criteria{font-size:8pt}
    .demo{padding:1mm}
    .rank{font-size:8.5pt}
    .rank th,.rank td{padding:.8mm 1.2mm}
    .rank .unit{min-width:46mm}
    .rank .spark{width:15mm;height:4mm}
    .rank td.points{font-size:9pt}
    .rank .out{font-size:8pt;gap:1mm}
    .out b{width:3.6mm;height:3.6mm;font-size:7pt}
    }

    """
}
