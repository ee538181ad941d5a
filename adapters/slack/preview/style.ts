/** Measures and colours of Slack's light theme. */
export const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; background: #f8f8f8; color: #1d1c1d; font: 15px/1.46668 Lato, "Noto Sans", "Noto Naskh Arabic", Helvetica, Arial, sans-serif }
  main { display: flex; gap: 1px; align-items: stretch; background: #ddd; min-height: 100vh }
  section { background: #fff; padding: 8px 20px 24px; flex: 1 1 0; min-width: 0; max-width: 760px }
  section.thread { max-width: 560px }
  h2 { font-size: 18px; margin: 8px 0 12px; padding-bottom: 12px; border-bottom: 1px solid #ddd }
  article { display: grid; grid-template-columns: 36px 1fr; gap: 8px; padding: 8px 0 }
  .avatar { width: 36px; height: 36px; border-radius: 6px; background: #1f4e5f; color: #fff; font: 700 20px/36px Georgia, serif; text-align: center }
  .name { font-weight: 900 } .app { font-size: 10px; background: #ddd; color: #616061; border-radius: 2px; padding: 1px 3px; vertical-align: 2px }
  .body { max-width: 600px; min-width: 0 }
  h3 { font-size: 18px; line-height: 1.333; margin: 8px 0 } p { margin: 0; overflow-wrap: anywhere }
  hr { border: 0; border-top: 1px solid #ddd; margin: 8px 0 } .rich { padding: 2px 0 6px }
  blockquote { margin: 4px 0; padding: 0 0 0 12px; border-inline-start: 4px solid #ddd }
  a { color: #1264a3; text-decoration: none }
  code { font: 12px/1.5 Menlo, Consolas, "DejaVu Sans Mono", monospace; color: #e01e5a; background: #f8f8f8; border: 1px solid #ddd; border-radius: 3px; padding: 1px 3px }
  .context { font-size: 12px; line-height: 1.5; color: #616061; padding: 2px 0 4px; overflow-wrap: anywhere }
  .actions { display: flex; flex-wrap: wrap; gap: 8px; padding: 4px 0 8px }
  button { font: 700 13px/26px inherit; font-family: inherit; height: 28px; padding: 0 10px; background: #fff; color: #1d1c1d; border: 1px solid #bbb; border-radius: 4px }
  button.primary { background: #007a5a; border-color: #007a5a; color: #fff } button.danger { color: #e01e5a; border-color: #e01e5a } .arrow { color: #616061 }
  .table { overflow-x: auto; padding: 4px 0 8px } table { border-collapse: collapse; font-size: 14px } th, td { border: 1px solid #ddd; padding: 6px 8px; text-align: start; vertical-align: top } th { background: #f8f8f8 } td p { overflow-wrap: break-word }
  .replies { font-size: 13px; font-weight: 700; color: #1264a3 }`
