/// The part of the style sheet for pages on which something is typed: sign-in, form, check, receipt.
enum FormStyle {
  static let screen = """
    .who{max-width:24rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
    html:has(.send){scroll-padding-bottom:7rem}
    .bar nav ul{flex-wrap:nowrap}
    .picks a{color:var(--link)}
    a.who{color:var(--ink);font-weight:600}
    button.lang{border:0;background:none;color:var(--link);padding:.5rem 0}
    .main,.button{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;padding:.5rem 1.2rem;border-radius:7px;font-weight:650}
    .main{background:var(--brand);border-color:var(--brand);color:var(--paper)}
    .main:hover{filter:brightness(1.12)}
    .button{border:1px solid var(--soft);background:var(--paper);color:var(--ink)}
    .send button{min-height:2.75rem;padding:.5rem 1.2rem}
    input:not([type=file]){font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:6px}
    input[type=file]{font:inherit;font-size:.875rem;color:var(--soft);max-width:100%}
    ::file-selector-button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:6px;padding:.4rem .8rem;margin-right:.6rem;cursor:pointer}
    .hint{color:var(--soft);font-size:.875rem;margin:.2rem 0 0}
    .note,.trouble{border-radius:8px;padding:.75rem 1rem;margin:0 0 1.25rem}
    .note{background:var(--goodbg);color:var(--good);border-left:4px solid var(--good)}
    .trouble{background:var(--badbg);border-left:4px solid var(--bad)}
    .trouble>b{color:var(--bad)}
    .trouble .code{white-space:normal;color:inherit}
    .trouble ul{margin:.4rem 0 0;padding-left:1.2rem}
    .trouble li a{display:inline-block;padding:.1rem 0;min-height:1.6rem}
    .badge.late{background:var(--badbg);color:var(--bad);border:1px solid currentColor}
    .sign{max-width:30rem;padding-top:8vh}
    .sign h1{margin:.25rem 0 1.25rem}
    .sign .card{display:flex;flex-direction:column;gap:.35rem;padding-bottom:1.25rem}
    .sign label{font-weight:600}
    .sign label[for=ma-tep]{margin-top:1rem;font-weight:400;color:var(--soft);font-size:.875rem}
    .sign input[type=password]{padding:.65rem .75rem;width:100%}
    .sign .main{margin-top:1.25rem}
    .also{text-align:center}
    .pairs{margin:0;display:grid;gap:.5rem}
    .pairs div{display:grid;grid-template-columns:minmax(9rem,14rem) minmax(0,1fr);gap:.25rem 1rem}
    .pairs dt{color:var(--soft)}
    .pairs dd{margin:0}
    .hex{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;font-size:.875rem;overflow-wrap:anywhere}
    .acts{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin-top:1.25rem}
    .choices{list-style:none;margin:0;padding:0}
    .choices li{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;padding:.7rem 0;border-bottom:1px solid var(--line)}
    .choices li:last-child{border:0}
    .choices a{font-weight:650}
    .choices small,.columns small{color:var(--soft);font-size:.8125rem}
    .drop{display:flex;flex-wrap:wrap;gap:.75rem 2rem;align-items:center;justify-content:space-between;border-style:dashed;border-color:var(--soft)}
    .drop .acts{margin:0}
    .drop label{font-weight:650}
    .filing.over .drop{border-color:var(--link);background:var(--hover)}
    .fields{padding-bottom:.6rem}
    .row{display:grid;grid-template-columns:minmax(0,1fr) 11rem 8.5rem;gap:.2rem 1.25rem;align-items:center;padding:.45rem 0;border-top:1px solid var(--line)}
    .row.head{border:0;color:var(--soft);font-size:.75rem;font-weight:600;text-align:right;padding:0 0 .3rem}
    .row label small,.values small{display:block;color:var(--soft);font-size:.8125rem;font-weight:400}
    .row .cell{position:relative}
    .row input{width:100%;padding:.5rem .6rem;text-align:right;min-height:2.6rem}
    .row input[aria-invalid]{border:2px solid var(--bad)}
    .row .from{display:block;text-align:right;color:var(--good);font-size:.75rem}
    .row .last{color:var(--soft)}
    .row .demands{grid-column:1/-1;color:var(--soft);font-size:.8125rem}
    .row .demand{display:block}
    .row .demand b{margin-left:.4rem;color:var(--ink)}
    .row .demand b.off{color:var(--bad)}
    .row label small b{font-weight:600;color:var(--ink)}
    .how{margin:0 0 1rem}
    .row .wrong{grid-column:1/-1;margin:0 0 .3rem;color:var(--bad);font-size:.9375rem;text-align:right}
    .row .wrong span{display:block}
    .row .wrong .code{display:inline;color:inherit}
    .send{position:sticky;bottom:0;z-index:3;display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;justify-content:flex-end;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:.75rem 1.25rem;margin-bottom:1.5rem}
    .send p{margin:0 auto 0 0;color:var(--soft);font-size:.875rem}
    .values{max-width:56rem}
    .values tr.changed td:nth-child(2){background:var(--warnbg)}
    .receipt .numbers{margin-bottom:1.25rem;padding-bottom:1.25rem;border-bottom:1px solid var(--line)}
    #to-khai .numbers{margin-bottom:.4rem}

    """

  static let narrow = """
    @media(max-width:40rem){
    .bar nav ul{flex-wrap:wrap}
    .row{grid-template-columns:minmax(0,1fr) 8.5rem;gap:.2rem .75rem}
    .row .last{grid-column:1/-1;font-size:.8125rem;text-align:left}
    .row .last .vh{position:static!important;width:auto;height:auto;clip-path:none}
    .row.head{display:none}
    .pairs div{grid-template-columns:minmax(0,1fr)}
    .send{border-radius:8px 8px 0 0;padding:.6rem .75rem;margin-inline:-.25rem}
    .send p{flex-basis:100%}
    .send .main{flex:1}
    .row .wrong{text-align:left}
    .sign{padding-top:3vh}
    .choices .out{flex-basis:100%}
    }

    """

  static let print = """
    @media print{
    .send,.drop,.who,button.lang,.note{display:none!important}
    .values{font-size:8.5pt;max-width:none}
    .values th,.values td{padding:.6mm 1.5mm}
    .values small{display:inline}
    .receipt .numbers{grid-template-columns:repeat(3,1fr)}
    .hex{font-size:8pt}
    .row .cell input{border:0}
    }

    """
}
