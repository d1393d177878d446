/** Openings of more than one word that give a line away as a task, or only delay its verb. */

/** Whole openings that are a task, whatever follows. */
export const taskOpenings: readonly RegExp[] = [
  /^follow(ing)?[- ]?up (with|on|about|regarding|re) (?!from)/,
  /^follow[- ]?up (email|call|letter|message) (to|with) /,
  /^(reach(ing)? out|circle back) (to|with) \w/,
  /^(loop|knock|drop|take) (in|out|off|over) (?!more|less|time)(the|my|our|all|[a-z]+'s|[a-z]+$)/,
  /^log (in|on)?to (the|my|our) /,
  /^(keep|maintain) (the |my |our )?(\w+ )?(jira|wiki|crm|tracker|spreadsheet|board|docs|documentation|tickets|log|calendar|backlog|list)( updated| up to date| current)?$/,
  /^(wrapping|finishing|cleaning|setting|drawing|writing) (up|off|touches) (?!in\b)\w|^(preparing|reviewing|updating|finali[sz]ing|drafting|compiling|creating) [a-z]+s$/,
  /^find out (who|what|when|where|whether|if|how|about|the) /,
  /^(get back to|get in touch with|touch base with|check in (with|on) (?!wellbeing|energy|mood|workload|how)|check back with|check with|sync (up )?with|liaise with|coordinate with|connect with|speak (to|with)|talk (to|with)|chat (to|with)|meet (up )?with|catch up with|sit down with) (?!myself|each other|people|others|strangers|confidence)\w/,
  /^discuss .+ with (?!(you|me|us|my manager|each other|the manager)\b)\w/,
  /^(set|draw|write|type|wrap|wire|hook|spin|back|clean|tidy|print|stock|fill|sign|look|pick|chase|ring|phone|call) up (?!with\b|to\b|for success|well\b)\w/,
  /^(fill|hand|roll|carry|sort|send|clean|print|give|log|note|write|type|map|figure|read|sign|file|pack|clear|close|drop|cross|check|switch|turn|take|bring|shut|phone|call|pass) (in|out|over|off|down|back|around|away|on) (?!more|less|time|customers|in\b)(the|a|an|all|my|our|your|his|her|their|this|these|some|[a-z]\w* (books|out|in|to)|\w{2,3} to|\d+|q[1-4]|[a-z]+s\b)/,
  /^look (into|at|over) \w/,
  /^work (on|through) (?!my|our|his|her|their|being|becoming|how|trust|communication|confidence|listening|patience|delegat|weekends|sundays)/,
  /^(go|run|walk|sift|read|comb|page) (through|over) (the|all|our|my|each|a|these|\w+'s|\w+ list|tickets|tasks)\b/,
  /^go to (the|a|an)\b|^go to .+ (conference|meeting|training|workshop|event|course|fair|seminar)\b/,
  /^put (together|out|up) |^put .+ (in|on|into|onto|up) (the|everyone's|my|our|a|jira|confluence|sharepoint|place$)/,
  /^(take|make|do|give|hold|have|get|keep|place|run|lead|deliver|attend|organise|organize) (the |a |an |another |some |my |our |\d+ |two |three )?(quick |short |brief |first |final |weekly |monthly |new |phone |cold |team |follow-up |exit |code |[a-z]+ )?(minutes|notes|photos|pictures|screenshots|inventory|course|class|slides|deck|list|calls?|spreadsheet|copies|appointments?|backups?|reservation|booking|poster|flyer|video|presentation|demo|speech|workshop|webinar|homework|paperwork|filing|timesheets?|laundry|stocktake|interviews|quotes?|payment|training|report|seminar|survey|rounds|standups?|retros?|inspections?|code reviews?|dishes)\b(?! (that|who|when|is|are|people|with confidence))/,
  /^(have|hold|book|arrange|do) (a|an|the|another) (\w+ )?(meeting|call|chat|session|catch-?up|sync|1:1|check-?in)\b/,
  /^do (the|all|this|our|an?) (?!best|most|right|thing|work (i|we|that)|job)\w+/,
  /^get (the |my |our |this |these |that |all |\w+'s )?([\w-]+ ){1,4}(done|finished|sent|written|booked|scheduled|printed|uploaded|submitted|merged|drafted|out the door|set up)( (by|before|this|today|tomorrow|on)\b.*)?$/,
  /^(make sure|ensure|see to it)( that)? (the |my |our |all )?([\w-]+ ){1,3}(is|are|gets?) (done|finished|sent|written|booked|scheduled|printed|uploaded|submitted|merged|drafted|updated|completed|filed)( (by|before|this|today|tomorrow|on)\b.*)?$/,
  /^(give|show|bring|get|send|lend) \w+ (the |a |an |my |our |some )(\w+ )?(report|slides|deck|numbers|figures|file|files|documents?|presentation|demo|tour|keys|forms?|laptop|badge|minutes|list|draft|contract|invoice)\b/,
  /^(raise|open|create|log|file|close|close out|triage|resolve) (out )?(the |a |an |all |my |our |remaining |open |two |three |\d+ )*([a-z]+ )?(tickets?|bugs?|pos?|purchase orders?|pull requests?|prs?|defects?|journals?|issue \d+)\b/,
  /^close (out )?(the )?(\w+ )?(books|accounts|ledger)\b|^close the month$/,
  /^shadow (?!it\b|work\b|board\b)\w+ (on|in|at|for|with|during)\b/,
  /^(kick off|wind down|pick up|take down|hang up|note down|line up|top up|stand up|mock up|clear out|cc) (the|a|an|all|my|our|those|these|\d+) \w/,
  /^(take (blood|samples|readings|measurements|vitals)|have (lunch|coffee|dinner) with|make (a|the|our) (\w+ )?plan|present (the|our|my) (\w+ )?(results|numbers|roadmap|figures))\b/,
  /^(post|publish|share|put) .*\bon (linkedin|twitter|facebook|instagram|the intranet|slack|teams|social media)\b/,
];

/** "Start writing …": the second word is the task. */
export const continuing =
  /^(?:start|begin|continue|resume|keep|keep on|finish|carry on|go on) (\w+ing)\b/;

const somebody =
  '(?:i|we|you|he|she) (?:will|must|should|need to|have to|has to|still need to|still have to|can|could|shall|am going to|are going to|is going to|plan to|intend to|promised to|also need to)(?: also| just| still)?';
const told =
  "please|pls|kindly|must|should|remember to|don't forget to|do not forget to|try to|plan to|have to|has to|had to|need to|needs to|got to|going to|to|let us|(?:can|could|will|would) (?:you|we|i|he|she|someone|somebody)(?: please| also)?";
const said =
  'just|also|then|first|finally|next|now|asap|urgent|urgently|quickly|maybe|today|tomorrow|tonight|still|and|action item|action|todo|to-do|task|reminder|(?:this|next) (?:week|month|sprint)|(?:by|on|before) (?:monday|tuesday|wednesday|thursday|friday|eod|eow|tomorrow)';

/** Words that say who, when or how urgently before they say what. */
export const leads = new RegExp(`^(?:(?:${somebody}|${told}|${said}),? )+`);
/** After these the next word can only be a verb. */
export const tells = new RegExp(`\\b(?:${somebody}|${told})\\b`);
