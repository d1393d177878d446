/** The nouns that tell a task from a topic: what tasks make, and what only people can become. */
import { wordSet } from './wording-line.ts';

/** Objects after which even a task verb speaks of a change in people or in how things are. */
export const abstractObjects = wordSet(`
  trust confidence clarity relationship relationships culture alignment consensus understanding
  awareness capability capabilities capacity resilience momentum habit habits balance reputation
  network networks way ways sense space environment value impact skill skills
  credibility rapport loyalty demand motivation boundaries independence expertise knowledge
  bridge bridges bond bonds ownership visibility safety discipline focus
  calm conditions opportunities opportunity experience promotion leadership future retirement role
  help courage strength stamina empathy morale respect partnership partnerships career successors successor pipeline myself
  themselves ourselves attention importance expectations energy tone style thinking assumption
  assumptions ego patience truth signal strengths weaknesses curiosity doubt control bottleneck
  bottlenecks market markets generation degree decisions best deal deals revenue truth noise
  thinking mind trauma loneliness silos silo uncertainty complexity chaos behaviour behavior mindset attitude voice stress burnout dynamic dynamics
  need needs barrier barriers obstacle obstacles friction fear pain pressure advice support raise
  guidance recognition success progress
  access permissions conflict conflicts wellbeing
`);

/** People whom a task can address, and whom it can also form. */
export const groups = wordSet('team teams community communities lead leads crew culture');

/** Things that a task makes, moves or looks at; singular, for `isDeliverable` drops the plural. */
const deliverables = wordSet(`
  slide deck report document doc spec specification ticket wiki page site website webpage app
  application form spreadsheet sheet file folder invoice receipt expense timesheet contract
  agreement proposal offer letter email mail memo note minute agenda presentation poster flyer
  brochure newsletter article blog post copy video podcast cv resume advert ad vacancy
  manual handbook guide guideline policy procedure checklist template script code branch pr pull
  feature endpoint module library build release version patch bug issue defect log record crm
  database backup server laptop printer badge account password licence license certificate
  dashboard chart roadmap backlog plan rota roster timetable calendar schedule meeting call
  interview appointment demo session workshop training course webinar lesson exam essay homework
  assignment paper thesis test quiz survey questionnaire budget forecast figure number statement
  claim payment payroll refund order shipment delivery parcel stock supply equipment part tool
  material sample candidate reference quote tender bid rfp flight hotel train taxi room venue
  catering lunch dinner party offsite event trip visit inspection audit assessment paperwork
  filing mockup wireframe prototype logo banner campaign pilot beta faq readme changelog runbook
  documentation contact address price catalogue catalog inventory bed dressing prescription vital
  car truck van pump boiler filter tax vat ledger journal entry payslip booking reservation jd kpi
  okr sprint retro screenshot photo picture image translation summary draft outline transcript
  announcement invitation invite reminder requirement table column query config configuration
  firewall dependency holiday leave shift window floor shelf jira confluence sharepoint github
  excel salesforce hubspot sap dataset bandage glove key hour register analysis todo to-do task
  description opening midterm travel transport accommodation finding temperature
  book list glossary folder poster clip reel tweet label sign sensor cable socket valve tyre tire bin
  box pallet crate uniform meal snack cake gift present card badge mailing wording diagram graph
  e-learning package 1:1 1-1 one-on-one one-to-one standup mri scan x-ray surgery vaccination
  checkup drill chair furniture headset phone response reply fix export import visa passport
  curriculum syllabus worksheet rubric playbook battlecard pitch demo inspection permit lease review recording cash blood jab inbox mailbox comment portal
  regulation risk assumption milestone user-story story epic subtask comment suggestion
`);

export function isDeliverable(word: string): boolean {
  return (
    deliverables.has(word) ||
    deliverables.has(word.replace(/s$/, '')) ||
    deliverables.has(word.replace(/es$/, '')) ||
    deliverables.has(word.replace(/ies$/, 'y')) ||
    /^[a-z]{2,10}-?\d+(\.\d+)*$/.test(word) ||
    /^v\d/.test(word)
  );
}

/** Whom one calls and writes to. */
export const peopleNouns = wordSet(`
  client clients customer customers supplier suppliers vendor vendors candidate candidates parent
  parents patient patients prospect prospects lead leads everyone everybody hr legal finance it
  procurement sales marketing him her them me landlord bank doctor nurse ward lab court council
  insurer insurance agency lawyer accountant contractor contractors partner partners stakeholder
  stakeholders guests members donors volunteers tenants students pupils families applicants
  dentist plumber electrician caterer photographer references recruiters reception helpdesk architects users investors suppliers staff payroll
`);

/** A word that reads as a noun before one of these: "review process", "order form". */
export const compoundHeads = wordSet(`
  process processes procedure meeting meetings session sessions template templates format formats form forms
  system systems cycle board date dates schedule calendar event party workshop status notes
  request requests questions results time times rate rates strategy environment quality team
  manager management server servers club culture fatigue cadence policy improvement improvements
  centre center volume options design coverage case cases
`);

/** As above, but only where the verb is rare beside the noun: "report page", yet "review page". */
export const documentHeads = wordSet(`
  plan plans report reports document documents list lists guide budget budgets data page pages file
  files folder log logs script map order record records number tool tools review reviews book desk
  sheet sheets paper papers level levels price card system line lines
`);

/** Pairs that are the name of a thing although the first word could be a task. */
export const compounds = wordSet(`
  build_server build_servers build_pipeline build_time build_times build_failures merge_conflict
  merge_conflicts read_receipts read_access read_permissions write_access write_permissions write_latency
  read_latency print_costs pay_raise pay_rise pay_gap pay_scale pay_day pay_transparency fix_rate
  install_base transfer_window share_options share_price move_date copy_deadline approve_rate
  sent_folder sent_items sign_language practise_partner invite_list test_data finish_line finish_date send_button
  reply_rate replace_cycle format_wars deposit_scheme contact_details contact_form visit_report
  attach_rate deliver_date wash_cycle study_leave study_group edit_history edit_rights clean_code clean_desk clean_air record_number record_numbers
  record_sales ask_open ask_good ask_questions
`);
