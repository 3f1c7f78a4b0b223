/** In every page, so that one request is one page. Colours keep 4.5 to 1 and more on their grounds. */
export const STYLE = `
:root{--ink:#1f2328;--soft:#57606a;--blue:#0b4f8a;--line:#d0d7de;--ground:#fff;--band:#f3f6f9}
*{box-sizing:border-box}
body{margin:0;font:1.05rem/1.75 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--ground)}
a{color:var(--blue);text-underline-offset:.2em}
a:focus-visible,input:focus-visible,button:focus-visible,.scroll:focus-visible{outline:3px solid #b45309;outline-offset:2px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.3rem .6rem}
header{border-top:6px solid var(--blue);border-bottom:1px solid var(--line);padding:1rem 0 .5rem}
header p{margin:0;color:var(--soft)}
.wrap{max-width:52rem;margin:0 auto;padding:0 1rem}
.name{font-size:1.35rem;font-weight:700;color:var(--ink);text-decoration:none}
nav ul{list-style:none;margin:.6rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
nav a{display:inline-block;padding:.35rem 0}
nav [aria-current]{font-weight:700;text-decoration-thickness:.18em}
main{padding:1rem 0 2rem}
h1{font-size:1.5rem;line-height:1.4;margin:.6rem 0}
h2{font-size:1.2rem;margin:1.6rem 0 .4rem;border-left:.25rem solid var(--blue);padding-left:.5rem}
h3{font-size:1.05rem;margin:1.2rem 0 .2rem}
p{margin:.5rem 0}
.meta{color:var(--soft);font-size:.92rem}
.list{list-style:none;margin:0;padding:0}
.list>li{border-bottom:1px solid var(--line);padding:.7rem 0}
.tag{border:1px solid var(--line);border-radius:.2rem;padding:0 .4rem;font-size:.85rem;background:var(--band)}
.why{border-left:.3rem solid #b45309;background:#fff7ed;padding:.5rem .8rem;margin:.8rem 0}
.note{background:var(--band);border:1px solid var(--line);padding:.6rem .8rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.6rem 0}
caption{text-align:left;color:var(--soft);padding:.3rem 0}
th,td{border-bottom:1px solid var(--line);padding:.45rem .6rem;text-align:left;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
input,button{font:inherit;padding:.45rem .7rem;border:1px solid #57606a;border-radius:.2rem;max-width:100%}
input[id=code]{width:24rem}
button{background:var(--blue);color:#fff;border-color:var(--blue)}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:.9rem;padding:.8rem 0 2rem}
@media print{nav,.skip,footer .feeds{display:none}body{font-size:11pt}a{color:inherit;text-decoration:none}.scroll{overflow:visible}}
`.replace(/\n/g, '')
