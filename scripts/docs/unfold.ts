/** One change to the renderer's script: `from` occurs in it exactly once. */
interface Mend {
  readonly why: string;
  readonly from: string;
  readonly to: string;
}

/** Puts a component of one's own in front of the renderer's, which stays reachable as `<name>One`. */
const wrap = (why: string, name: string, parameters: string, body: string): Mend => ({
  why,
  from: `function ${name}({${parameters}`,
  to: `function ${name}(e){${body}}function ${name}One({${parameters}`,
});

/*
 * Redoc 3 shows one variant, one response and one example at a time and has no option to show all. Each of its
 * switchers shows everything it has when it is given one thing only: so it is drawn once for each thing.
 * The names are those of the minified script of @redocly/cli, which is pinned; `mend` fails when they move.
 */
const mends: readonly Mend[] = [
  {
    why: 'operations are open whatever part of the page is read',
    from: 's&&!Pwe(e.gatePath,t)?null:',
    to: '!1?null:',
  },
  {
    why: 'so are the groups that hold them',
    from: 'shouldRenderOps:e.sectionId===u||',
    to: 'shouldRenderOps:!0||e.sectionId===u||',
  },
  {
    why: 'no group offers to be opened',
    from: 'return(0,B.useMemo)(()=>OU(e,t.pathname),[e,t.pathname])',
    to: 'return(0,B.useMemo)(()=>OU(e,t.pathname),[e,t.pathname])||!0',
  },
  wrap(
    'all variants of a schema',
    'Nle',
    'property:e,level:t,expandByDefault:n,',
    'let t=e.property.switcher,n=t?Object.entries(t.options):[];' +
      'if(n.length<2)return(0,V.jsx)(NleOne,{...e});' +
      'return(0,V.jsx)("div",{className:"all-variants",children:n.map(([r,i])=>' +
      '(0,V.jsx)("div",{className:"variant",children:(0,V.jsx)(NleOne,{...e,property:{...e.property,switcher:{...t,options:{[r]:i}}}})},r))})',
  ),
  wrap(
    'the fields of all responses',
    'mSe',
    'node:e}){let t=e.responses,',
    'return(e.node.responses??[]).map(t=>(0,V.jsxs)("section",{className:"one-response","data-status":t.code,children:[' +
      '(0,V.jsx)("h3",{className:"response-status",children:t.code==="default"?"Any other status":"Status "+t.code}),' +
      '(0,V.jsx)(mSeOne,{node:{...e.node,responses:[t]}})]},t.code))',
  ),
  wrap(
    'all code samples and all request examples',
    'nme',
    'node:e}){let t=H(uh),n=sE(),r=e.source,',
    'let t=e.node,n=H(zx),r=(t.definitionSamples??[]).map(e=>(0,V.jsx)("div",{className:"one-sample",children:(0,V.jsx)(nmeOne,{node:{...t,definitionSamples:[e],exampleIds:void 0,schemaId:void 0,mediaTypes:void 0,mediaTypeSchemas:void 0}})},e.label));' +
      'return[...r,...(t.exampleIds??[]).map(e=>(0,V.jsx)("div",{className:"one-example",children:(0,V.jsx)(lL,{node:{...t,exampleIds:[e],mediaTypeSchemas:void 0,panelLabel:"Request: "+(n[e]?.summary??e)}})},e))]',
  ),
  wrap(
    'all response examples',
    'Cme',
    'node:e}){let{responseCodes:t}=e,',
    'let t=H(zx);return(e.node.responseCodes??[]).flatMap(e=>Object.entries(e.mediaTypeContent??{}).flatMap(([n,r])=>(r.exampleIds??[]).map(i=>' +
      '(0,V.jsx)("div",{className:"one-example","data-status":e.code,children:(0,V.jsx)(lL,{node:{exampleIds:[i],mediaTypes:[n],panelLabel:e.code+": "+(t[i]?.summary??i)}})},e.code+i))))',
  ),
  {
    why: 'no tabs where all responses are shown',
    from: 'S&&S.length>0&&(0,V.jsx)(lW,{codes:S,itemId:x??``,firstCode:C}),',
    to: '',
  },
];

/** The page with the renderer's script mended so that nothing on it waits for a click. Throws when the script is not the one that is known. */
export const unfold = (page: string): string =>
  mends.reduce((text, { why, from, to }) => {
    const parts = text.split(from);
    if (parts.length !== 2) {
      throw new Error(
        `The docs renderer has changed: the place for "${why}" occurs ${parts.length - 1} times, not once. ` +
          'Look at scripts/docs/unfold.ts and at the version of @redocly/cli.',
      );
    }
    return parts.join(to);
  }, page);
