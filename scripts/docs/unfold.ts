/** One change to the renderer's script, in which `from` occurs once, or as often as `times` says. */
interface Mend {
  readonly purpose: string;
  readonly from: string;
  readonly to: string;
  readonly times?: number;
}

/** Puts a component of one's own in front of one of the renderer's, which stays within reach as `<name>One`. */
const wrap = (purpose: string, name: string, parameters: string, body: string): Mend => ({
  purpose,
  from: `function ${name}({${parameters}`,
  to: `function ${name}(e){${body}}function ${name}One({${parameters}`,
});

/*
 * Redoc 3 shows one group, one variant, one response and one example at a time, and no option changes that. Each of its
 * switchers shows all that it has when it is given one thing only, so each is drawn once for every thing it has.
 * The short names are those of the minified script in the pinned @redocly/cli. V.jsx makes an element, H(zx) is the
 * store of examples, lL the panel of one example, kP/bme/jP a panel, its title and a block of code, aE a description, lM a
 * schema.
 */
const mends: readonly Mend[] = [
  {
    purpose: 'the operations of every group',
    from: 's&&!Pwe(e.gatePath,t)?null:',
    to: '',
  },
  {
    purpose: 'every group',
    from: 'shouldRenderOps:e.sectionId===u||',
    to: 'shouldRenderOps:!0||',
  },
  {
    purpose: 'no button that opens a group',
    from: 'return(0,B.useMemo)(()=>OU(e,t.pathname),[e,t.pathname])',
    to: 'return t,!0',
  },
  {
    purpose: 'every operation in the menu',
    from: 'let t=Eu(e);n(t),i(t)',
    to: 'n(!0),i(!0)',
  },
  wrap(
    'all variants of a schema',
    'Nle',
    'property:e,level:t,expandByDefault:n,',
    `let t=e.property.switcher,n=t?Object.entries(t.options):[],o=n.some(([,e])=>e.properties);
if(n.length<2)return(0,V.jsx)(NleOne,{...e});
return(0,V.jsx)("div",{className:"variants",children:n.map(([r,i],a)=>{
let s=!o&&a>0?{description:void 0}:{};
return(0,V.jsxs)("div",{className:"variant"+(o?"":" plain"),children:[
o&&(0,V.jsxs)("p",{className:"variant-name",children:["Variant "+(a+1)+" of "+n.length,t.propertyName?": "+t.propertyName+' "'+r+'"':": "+r]}),
t.propertyName&&i.description&&(0,V.jsx)("div",{className:"schema-description",children:(0,V.jsx)(aE,{value:i.description})}),
(0,V.jsx)(NleOne,{...e,property:{...e.property,...s,switcher:{...t,options:{[r]:{...i,...s}}}}})]},r)})})`,
  ),
  {
    // Taken from the schema itself, which would show it once more in front of each variant that has none.
    purpose: 'the description of the schema of a body',
    from: 'h?(0,V.jsx)(lM,{property:h,level:n,expandByDefault:r,skipReadOnly:i,skipWriteOnly:a,onOneOfChange:o})',
    to: `h?(0,V.jsxs)(V.Fragment,{children:[
h.description&&(0,V.jsx)("div",{className:"schema-description",children:(0,V.jsx)(aE,{value:h.description})}),
(0,V.jsx)(lM,{property:{...h,description:void 0},level:n,expandByDefault:r,skipReadOnly:i,skipWriteOnly:a,onOneOfChange:o})]})`,
  },
  wrap(
    'the fields of all responses',
    'mSe',
    'node:e}){let t=e.responses,',
    `return(e.node.responses??[]).map(t=>(0,V.jsxs)("section",{className:"response","data-status":t.code,children:[
(0,V.jsx)("h4",{className:"response-status",children:t.code==="default"?"Any other status":"Status "+t.code}),
(0,V.jsx)(mSeOne,{node:{...e.node,responses:[t]}})]},t.code))`,
  ),
  {
    purpose: 'headings without a gap between their levels (request)',
    from: 'level:4,label:`Request`',
    to: 'level:3,label:`Request`',
    times: 3,
  },
  {
    purpose: 'headings without a gap between their levels (responses)',
    from: 'level:4,label:`Responses`',
    to: 'level:3,label:`Responses`',
  },
  {
    purpose: 'a menu that says that it is one',
    from: ' menu-content">',
    to: ' menu-content" role="navigation" aria-label="Contents">',
  },
  {
    purpose: 'no tabs over responses that are all shown',
    from: 'S&&S.length>0&&(0,V.jsx)(lW,{codes:S,itemId:x??``,firstCode:C}),',
    to: '',
  },
  wrap(
    'all code samples and all request examples',
    'nme',
    'node:e}){let t=H(uh),n=sE(),r=e.source,',
    `let t=e.node,n=H(zx),[r,...i]=t.definitionSamples??[];
return[r&&(0,V.jsx)("div",{className:"sample",children:(0,V.jsx)(nmeOne,{node:{...t,definitionSamples:[r],exampleIds:void 0,schemaId:void 0,mediaTypes:void 0,mediaTypeSchemas:void 0}})},r.label),
...i.map(e=>(0,V.jsx)("div",{className:"sample",children:(0,V.jsx)(kP,{className:"panel-request-samples",header:()=>(0,V.jsx)(bme,{isExpandable:!1,children:e.label}),isExpandable:!1,
children:(0,V.jsx)(jP,{lang:kj(e.lang),source:e.source,header:{className:"code-block-header",controls:{copy:{onClick:()=>{}}}}})})},e.label)),
...(t.exampleIds??[]).map(e=>(0,V.jsx)("div",{className:"example",children:(0,V.jsx)(lL,{node:{...t,exampleIds:[e],mediaTypeSchemas:void 0,panelLabel:n[e]?.summary??e}})},e))]`,
  ),
  wrap(
    'all response examples',
    'Cme',
    'node:e}){let{responseCodes:t}=e,',
    `let t=H(zx);return(e.node.responseCodes??[]).flatMap(e=>Object.entries(e.mediaTypeContent??{}).flatMap(([n,r])=>(r.exampleIds??[]).map(i=>
(0,V.jsx)("div",{className:"example","data-status":e.code,children:(0,V.jsx)(lL,{node:{exampleIds:[i],mediaTypes:[n],panelLabel:t[i]?.summary??i}})},e.code+i))))`,
  ),
  {
    purpose: "no picture from the vendor's address (small)",
    from: 'https://cdn.redoc.ly/redoc/logo-mini.svg',
    to: 'data:,',
  },
  {
    purpose: "no picture from the vendor's address (large)",
    from: 'https://cdn.redoc.ly/redoc/logo-mini-full.svg',
    to: 'data:,',
  },
  {
    purpose: 'the name of the renderer in place of its picture',
    from: 't?(0,V.jsx)(`img`,{alt:`redocly logo`,onError:()=>n(!1),',
    to: 't?(0,V.jsx)(`span`,{children:` Redocly`,',
  },
  {
    purpose: 'no address for telemetry',
    from: 'https://otel.cloud.redocly.com/v1/traces',
    to: '',
  },
];

/**
 * The page with everything on it laid open: nothing waits for a click, and the script knows no address of its vendor's.
 * Throws when the script is not the one that the changes were made for.
 */
export function unfold(page: string): string {
  return mends.reduce((text, { purpose, from, to, times = 1 }) => {
    const parts = text.split(from);
    if (parts.length !== times + 1) {
      throw new Error(
        `Redocly's page has changed: the place for ${purpose} is there ${parts.length - 1} times, not ${times}. ` +
          'scripts/docs/unfold.ts fits the version of @redocly/cli that package.json pins.',
      );
    }
    return parts.join(to);
  }, page);
}
