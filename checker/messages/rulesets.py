"""What is wrong with a ruleset, for its author."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    "no-such-ruleset": Text(
        "没有名为“{name}”的规则集，也没有这个文件。自带的规则集有：{shipped}。",
        "There is no ruleset or ruleset file called “{name}”. Shipped rulesets: {shipped}.",
    ),
    "ruleset-unreadable": Text("规则集文件无法读取：{path}。", "The ruleset file cannot be read: {path}."),
    "ruleset-file-too-large": Text(
        "规则集文件过大（超过2MB）：{path}。", "The ruleset file is too large (over 2 MB): {path}."
    ),
    "ruleset-invalid": Text(
        "规则集有{count}处错误，未作检查：{path}。", "The ruleset has {count} error(s); nothing was checked: {path}."
    ),
    "ruleset-no-such-file": Text("没有条目文件“{name}”。", "There is no item file “{name}”."),
    "ruleset-not-utf8": Text("文件不是UTF-8编码，请另存为UTF-8。", "The file is not UTF-8; please save it as UTF-8."),
    "ruleset-too-large": Text("文件过大。", "The file is too large."),
    "ruleset-yaml": Text("YAML语法错误：{detail}。", "YAML syntax error: {detail}."),
    "yaml-unknown": Text("无法解析", "it cannot be parsed"),
    "yaml-tab": Text("缩进不能使用制表符（Tab键），请改用空格", "lines are indented with blanks, not with a tab"),
    "yaml-full-width": Text(
        "键的后面应是英文冒号和一个空格，这里用的是中文冒号",
        "a key is followed by an ASCII colon and a blank; this colon is full-width",
    ),
    "yaml-no-colon": Text(
        "缺少英文冒号和空格，或者上面的引号没有写完",
        "a colon with a blank behind it is missing, or a quotation mark above is not closed",
    ),
    "yaml-colons": Text(
        "一行之中只能有一个键和一个值；文字中有英文冒号的，请加引号",
        "there is a second colon; text that holds one goes in quotation marks",
    ),
    "yaml-bracket": Text(
        "括号没有写完，或者各项之间缺少英文逗号",
        "a bracket is not closed, or an ASCII comma between two entries is missing",
    ),
    "yaml-indent": Text(
        "缩进与上面各行不一致，或者上一行没有写完",
        "the indentation does not match the lines above, or one of them is not finished",
    ),
    "yaml-quote": Text("引号没有写完", "a quotation mark is not closed"),
    "yaml-character": Text(
        "文字不能以这个符号开头，请加引号", "text cannot begin with this character; put it in quotation marks"
    ),
    "yaml-escape": Text(
        "双引号之内的反斜杠另有含义，请改用单引号",
        "a backslash means something else in double quotation marks; use single ones",
    ),
    "yaml-alias": Text(
        "“*”引用的名称没有定义；文字以“*”开头的，请加引号",
        "nothing has the name behind *; text that begins with * goes in quotation marks",
    ),
    "yaml-documents": Text(
        "一个文件只能有一份内容，请删去中间的“---”", "a file holds one document; take out the line of dashes"
    ),
    "yaml-control": Text("含有不可见的控制字符，请删去", "there is a control character; take it out"),
    "ruleset-tag": Text("不允许使用标记“{name}”，请删去。", "The tag “{name}” is not allowed; take it out."),
    "ruleset-bomb": Text("嵌套过深或引用过多，拒绝展开。", "Nested too deeply or too many aliases; not expanded."),
    "ruleset-key-not-text": Text("键必须是文字。", "A key must be text."),
    "ruleset-duplicate-key": Text("键“{name}”重复。", "The key “{name}” stands twice."),
    "ruleset-turned": Text(
        "YAML会把“{value}”当作{kind}而不是原样的文字；是文字的请加引号，是数目的请写成普通整数。",
        "YAML reads “{value}” as a {kind}, not as it stands; put text in quotes, and write a number in plain digits.",
    ),
    "yaml-boolean": Text("“是”或者“否”", "yes or no"),
    "yaml-date": Text("日期", "date"),
    "yaml-number": Text("数字", "number"),
    "yaml-null": Text("空值", "nothing"),
    "ruleset-empty-file": Text("文件中没有内容。", "There is nothing in this file."),
    "ruleset-unknown-key": Text("没有“{name}”这个键。", "There is no key “{name}” here."),
    "ruleset-missing-key": Text("缺少“{name}”。", "“{name}” is missing."),
    "ruleset-missing-translation": Text(
        "缺少“{name}”：给人看的文字都要有中文（zh）和英文（en）。",
        "“{name}” is missing: texts for people are in Chinese (zh) and English (en).",
    ),
    "ruleset-full-width-colon": Text(
        "“{name}”中用了中文冒号，请改为英文冒号和一个空格。",
        "“{name}” has a full-width colon; write an ASCII colon and a blank.",
    ),
    "ruleset-torn-sentence": Text(
        "句子在英文逗号处断开，“{name}”成了另一个键；请给整句加上引号。",
        "The sentence comes apart at a comma, and “{name}” becomes a key; put the whole of it in quotation marks.",
    ),
    "ruleset-bad-choice": Text("“{given}”不在可选值之中：{expected}。", "“{given}” is not one of: {expected}."),
    "ruleset-bad-value": Text("“{name}”的值不对：{detail}。", "The value of “{name}” is wrong: {detail}."),
    "ruleset-wants-mapping": Text(
        "应是若干行，每行一个键，后接英文冒号、空格和值", "“key: value” lines should stand here"
    ),
    "ruleset-wants-list": Text("应是一个列表", "a list should stand here"),
    "ruleset-wants-text": Text("应是文字", "text should stand here"),
    "ruleset-wants-boolean": Text("应是true或者false", "it should be true or false"),
    "ruleset-wants-number": Text("应是整数", "a whole number should stand here"),
    "ruleset-wants-at-least": Text("不能小于{limit}", "it must be at least {limit}"),
    "ruleset-wants-at-most": Text("不能大于{limit}", "it must be at most {limit}"),
    "ruleset-wants-something": Text("不能为空", "it is empty"),
    "ruleset-wants-choice": Text("应是其中一个：{expected}", "it should be one of {expected}"),
    "ruleset-wants-label": Text(
        "行要么有said（行首的用语），要么写unlabelled: true",
        "a row has either said, the words of its label, or unlabelled: true",
    ),
    "ruleset-wants-direction": Text(
        "一条勾稽关系要么写across（各列相加），要么写down（各行相加）",
        "an equation has either across, columns to add up, or down, rows to add up",
    ),
    "ruleset-wants-entries": Text("至少应有{limit}项", "it needs {limit} or more"),
    "ruleset-wants-translations": Text(
        "应有中文（zh）和英文（en），写作{{zh: …, en: …}}", "it takes Chinese and English: {{zh: …, en: …}}"
    ),
    "ruleset-wants-id": Text(
        "代号用小写英文字母、数字和下划线，以字母开头，如river_care",
        "it is made of small letters, digits and underscores, and begins with a letter: river_care",
    ),
    "ruleset-wants-code": Text(
        "代号用小写英文字母和连字符，以字母开头，如river-care",
        "it is made of small letters and hyphens, and begins with a letter: river-care",
    ),
    "ruleset-wants-version": Text("版本号以四位年份开头，如2025.1", "a version begins with a year, as in 2025.1"),
    "ruleset-wants-day": Text(
        "日期写成“2025-01-03”这种形式，并加引号", "a day is written as 2025-01-03, in quotation marks"
    ),
    "ruleset-wants-day-of-year": Text("月日应写作01-31的样子", "a day of the year is written as 01-31"),
    "ruleset-wants-other": Text(
        "写法不合要求，见 checker rules schema", "it is not written as `checker rules schema` asks"
    ),
    "ruleset-duplicate-id": Text("条目“{name}”的id重复。", "Two items have the id “{name}”."),
    "ruleset-duplicate-name": Text(
        "同一张表中有两处叫“{name}”。", "Two rows or two columns of the table are called “{name}”."
    ),
    "ruleset-no-such-sector": Text(
        "sectors中没有“{name}”这个行业。", "There is no field of government “{name}” under sectors."
    ),
    "ruleset-years-turned": Text(
        "起始年度{first}晚于截止年度{last}。", "The first year, {first}, comes after the last, {last}."
    ),
    "ruleset-no-such-day": Text("没有“{day}”这一天。", "There is no such day as “{day}”."),
    "ruleset-days-turned": Text("until早于from。", "until comes before from."),
    "ruleset-no-such-table": Text(
        "没有名为“{name}”、check为table的条目。", "There is no item “{name}” whose check is table."
    ),
    "ruleset-no-such-cell": Text("表中没有叫“{name}”的行或者列。", "The table has no row or column called “{name}”."),
    "ruleset-empty-phrase": Text(
        "词语“{phrase}”（或者其中一段、一种写法）规整之后没有内容，无从查找。",
        "The phrase “{phrase}”, or a part or variant of it, is empty once normalised; it cannot be looked for.",
    ),
    "ruleset-many-variants": Text(
        "词语“{phrase}”展开后超过500种写法，请拆成几条。",
        "The phrase “{phrase}” has more than 500 variants; write several phrases.",
    ),
    "ruleset-many-parts": Text(
        "词语“{phrase}”分成的段太多，请写得短一些。", "The phrase “{phrase}” has too many parts; make it shorter."
    ),
    "ruleset-bad-brackets": Text(
        "词语“{phrase}”的括号没有成对，或者括号之内写了“…”“~”；请把它写成两条。",
        "In the phrase “{phrase}” a bracket is not closed, or a gap (… or ~) stands inside; write two phrases.",
    ),
    "ruleset-stray-number": Text(
        "词语“{phrase}”中的“#”（数字）必须紧跟在“…”或者“~”之后。",
        "In the phrase “{phrase}” the mark # (a number) must stand right behind … or ~.",
    ),
    "ruleset-list-circle": Text(
        "词表“{name}”经由所引用的词表又包含了自己，请改掉其中一处引用。",
        "The list “{name}” includes itself by way of the lists it includes; take one of them out.",
    ),
    "ruleset-no-such-list": Text("lexicon中没有词表“{name}”。", "The lexicon has no list “{name}”."),
    # One ruleset on top of another
    "ruleset-extends-form": Text(
        "extends后面应写一套自带规则的代号或者一个文件的路径，自成一行，顶格书写。",
        "extends takes the id of a shipped ruleset or the path of a file, on a line of its own at the left margin.",
    ),
    "ruleset-extends-missing": Text(
        "extends所指的“{name}”不存在：没有这个文件，自带的规则集中也没有（有：{shipped}）。",
        "extends names “{name}”, which is neither a file nor one of the shipped rulesets ({shipped}).",
    ),
    "ruleset-extends-outside": Text(
        "extends所指的“{name}”不在规则集所在的文件夹之内，请把它复制到文件夹中。",
        "extends names “{name}”, which lies outside of the ruleset's folder; copy it into the folder.",
    ),
    "ruleset-extends-cycle": Text(
        "extends形成循环：“{name}”本身就建立在这套规则之上。",
        "extends goes round in a circle: “{name}” is built on this ruleset itself.",
    ),
    "ruleset-extends-deep": Text(
        "extends层数过多（超过8层）：“{name}”。", "extends goes through more than 8 levels: “{name}”."
    ),
    "ruleset-no-base": Text(
        "没有写extends，“{name}”无从改起。", "Without extends there is nothing that “{name}” could change."
    ),
    "ruleset-no-such-item": Text(
        "所继承的规则中没有代号为“{name}”的项目，或者已经移除。",
        "The ruleset that is extended has no “{name}”, or it is removed.",
    ),
    "ruleset-override-id": Text(
        "不能修改项目的id；要换成另一项，请移除原项再添加。",
        "The id of an item cannot be changed; remove the item and add another.",
    ),
    "ruleset-not-a-list": Text("“{name}”应为列表。", "“{name}” must be a list."),
    "ruleset-not-a-mapping": Text("“{name}”之下应当逐行写明键和值。", "“{name}” must hold keys with values."),
    "ruleset-not-in-list": Text(
        "所继承的列表中没有“{phrase}”，无从移除。", "The list that is extended does not hold “{phrase}”."
    ),
    # Commands for authors
    "about-rules-schema": Text(
        "输出规则集文件的格式定义（JSON Schema），供编辑器使用。", "Print the JSON Schema of a ruleset, for editors."
    ),
    "help-resolved": Text(
        "输出合并之后的完整规则（YAML），每个值后面注明出自哪个文件哪一行。",
        "Print the whole ruleset after all extends, as YAML, each value with the file and line it comes from.",
    ),
    "about-rules-test": Text(
        "试用规则中的例句和规则旁边tests文件夹中的样本报告、短句，列出结论与所写不符的。",
        "Try the examples in a ruleset, and the sample reports and short cases in the folder tests beside it; show "
        "those that come out otherwise than they say.",
    ),
    "help-show_coverage": Text(
        "另外列出没有试到的结论、提示情形和词语。",
        "Also list the verdicts, remarks and phrases that no test exercises.",
    ),
    "help-min_coverage": Text(
        "试到的词语不足百分之N时，退出码为1。", "Exit with 1 where less than N per cent of the phrases are exercised."
    ),
    "ruleset-tests-invalid": Text(
        "规则的测试有{count}处错误，未作测试：{path}。", "The tests have {count} error(s); nothing was tried: {path}."
    ),
    "sample-without-expect": Text(
        "样本报告应在文首以“---”隔开的部分中写expect，列出项目代号和应得的结论。",
        "A sample report says under expect in its front matter (between two lines of ---) which status each item must "
        "get.",
    ),
    "tests-tried": Text(
        "{name}：测试{count}项，符合{passed}项，不符{failed}项。",
        "{name}: {count} tests, {passed} as expected, {failed} not.",
    ),
    "tests-none": Text("{name}：没有例句，也没有测试。", "{name}: there are no examples and no tests."),
    "test-place": Text("{where}: {title}（{id}）", "{where}: {title} ({id})"),
    "test-place-of-kind": Text("{where}: {kind}", "{where}: {kind}"),
    "test-heading": Text("标题所表示的内容", "what the heading announces"),
    "test-sentence": Text("文字的内容类别", "what kind of text it is"),
    "test-furniture": Text("网页附带文字", "a line that is no part of the report"),
    "test-left-out": Text("不属于报告", "no part of the report"),
    "test-read": Text("读作报告的内容", "read as part of the report"),
    "test-nothing": Text("无", "none"),
    "coverage-verdicts": Text(
        "结论和提示情形{count}种，没有试到{left}种。", "{count} verdicts and remarks, {left} not exercised."
    ),
    "coverage-phrases": Text(
        "词语{count}条，试到{used}条（{share}），没有试到{left}条。",
        "{count} phrases, {used} exercised ({share}), {left} not.",
    ),
    "coverage-idle": Text(
        "另有{count}条词语不起作用：凡是找到它们的地方，同一词表中的另一条也找得到，可以删去。",
        "{count} phrase(s) can never matter: another of the same list is found wherever they are; remove them.",
    ),
    "coverage-idle-phrase": Text("{phrase}（有“{other}”即可）", "{phrase} (“{other}” does for it)"),
    "coverage-short": Text("试到的词语不足{least}。", "Less than {least} of the phrases are exercised."),
    "about-rules-lint": Text(
        "找出规则中能够加载但多半写错的地方。", "Find what loads but is most likely a mistake in a ruleset."
    ),
    "lint-clean": Text("{name}：没有发现问题。", "{name}: nothing found."),
    "lint-count": Text("{name}：发现{count}处问题。", "{name}: {count} found."),
    "lint-short-phrase": Text(
        "词语“{phrase}”（或其中一种写法）只有一个字，几乎处处都会出现，请写得长一些。",
        "The phrase “{phrase}”, or one way to write it, is a single character, which is found almost anywhere; "
        "make it longer.",
    ),
    "lint-names-meet": Text(
        "“{item}”的名称“{phrase}”中含有“{other}”的名称，同样的文字会算作两项；请改写，或者列入“{other}”的not_names。",
        "The name “{phrase}” of “{item}” holds a name of “{other}”, so the same words count for both; "
        "reword it, or list it under not_names of “{other}”.",
    ),
    "lint-heading": Text(
        "{zone}的标题用语“{phrase}”中含有{other}的标题用语，这样的标题会归入两类；"
        "请改写，或者列入{other}的not_headings。",
        "The heading “{phrase}” of {zone} holds one of {other}, so it announces both; "
        "reword it, or list it under not_headings of {other}.",
    ),
    "lint-weights": Text(
        "必备项目的权重合计为{total}，应为{whole}，权重才是在得分中所占的份额；请调整各项的weight。",
        "The weights of the required items add up to {total}, not to {whole}, so they are no shares in the score; "
        "change the weight of some.",
    ),
    "lint-no-example": Text(
        "“{item}”可能得出“{code}”，但没有这样的例句；请在examples中补一条。",
        "“{item}” can come out as “{code}”, but no example shows it; add one to examples.",
    ),
    "lint-no-sentence": Text(
        "“{item}”可能给出原因“{code}”，但没有它的说明；请在reasons中补写。",
        "“{item}” can give the reason “{code}”, but there is no sentence for it; add one to reasons.",
    ),
    "lint-name-untried": Text(
        "名称“{phrase}”没有例句用到；请补一条例句，或者在tests中补一例。",
        "No example uses the name “{phrase}”; add one, or a case in tests.",
    ),
    "lint-comma": Text(
        "词语“{phrase}”中有中文逗号。列表各项之间应用英文逗号；确要查找逗号的，请改写为“…”或“~”。",
        "The phrase “{phrase}” holds a full-width comma. Entries of a list are parted by an ASCII comma; "
        "where words around a comma are meant, write a gap (… or ~).",
    ),
    "lint-idle-file": Text(
        "这个文件没有列入{main}，其中的内容不起作用；请把它列入items或者findings。",
        "{main} does not list this file, so nothing in it counts; list it under items or findings.",
    ),
    "lint-idle-list": Text(
        "词表“{name}”没有被引用，其中的词语不起作用；请用“@{name}”引用，或者删去。",
        "Nothing includes the list “{name}”, so its phrases are looked for nowhere; include it as “@{name}” or take it "
        "out.",
    ),
    "lint-no-chinese": Text("这里应是中文，请译出。", "This should be in Chinese; translate it."),
    "lint-no-english": Text("这里应是英文，请译出。", "This should be in English; translate it."),
    "lint-never-in-force": Text(
        "失效日期不晚于施行日期，这个依据从来没有施行；请核对。",
        "This basis ends before it begins, so it is never in force; check the dates.",
    ),
}
