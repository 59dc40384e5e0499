"""What is said of a project's configuration, baseline, suppressions and changes."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    # Configuration
    "config-not-found": Text(
        "没有找到配置文件“{path}”，或者其中没有 tool.checker 一节。请检查路径是否正确。",
        "There is no configuration in “{path}”. Please check the path.",
    ),
    "config-unreadable": Text(
        "配置文件“{path}”无法读取。请确认有读取权限。",
        "The configuration file “{path}” cannot be read. Please grant read permission.",
    ),
    "config-toml": Text(
        "配置文件“{path}”的写法不符合 TOML 格式：{detail}。请改正后重试。",
        "The configuration file “{path}” is no valid TOML: {detail}. Please correct it.",
    ),
    "config-unknown-key": Text(
        "配置文件“{path}”中没有“{setting}”这个设置。可用的设置有：{keys}。",
        "In “{path}” there is no setting “{setting}”. There are: {keys}.",
    ),
    "config-unknown-key-but": Text(
        "配置文件“{path}”中没有“{setting}”这个设置，您要写的是不是“{guess}”？",
        "In “{path}” there is no setting “{setting}”. Did you mean “{guess}”?",
    ),
    "config-missing-key": Text(
        "配置文件“{path}”中缺少“{setting}”，请补上。",
        "In “{path}” the setting “{setting}” is missing; please add it.",
    ),
    "config-section": Text(
        "配置文件“{path}”中 tool.checker 应当写成以 [tool.checker] 开头的一节。",
        "In “{path}” tool.checker must be written as a table that begins with [tool.checker].",
    ),
    "config-number": Text(
        "配置文件“{path}”中“{setting}”的值不对，应为 {low} 到 {high} 之间的整数，不加引号。",
        "In “{path}” the value of “{setting}” must be a whole number from {low} to {high}, without quotation marks.",
    ),
    "config-list": Text(
        '配置文件“{path}”中“{setting}”的值不对，应为放在方括号里的一个或几个文本，例如 ["报送", "归档"]。',
        'In “{path}” the value of “{setting}” must be one or more texts in brackets, as ["a", "b"].',
    ),
    "config-date": Text(
        "配置文件“{path}”中“{setting}”的值不对，应为 2026-12-31 样式的日期。",
        "In “{path}” the value of “{setting}” must be a date like 2026-12-31.",
    ),
    "config-text": Text(
        "配置文件“{path}”中“{setting}”的值不对，应为加引号的文本，不能是空的。",
        "In “{path}” the value of “{setting}” must be a text in quotation marks, and not empty.",
    ),
    "config-choice": Text(
        "配置文件“{path}”中“{setting}”的值不对，只能是以下之一：{choices}。",
        "In “{path}” the value of “{setting}” must be one of: {choices}.",
    ),
    "config-table": Text(
        "配置文件“{path}”中“{setting}”应当写成以 [[{setting}]] 开头的一节或几节。",
        "In “{path}” “{setting}” must be written as tables that begin with [[{setting}]].",
    ),
    "config-line": Text("{setting} = {value}  # {origin}", "{setting} = {value}  # {origin}"),
    "config-default": Text("默认值", "default"),
    "config-none": Text(
        "没有找到配置文件，以下都是默认值。", "No configuration file was found; these are the defaults."
    ),
    "config-unused": Text(
        "配置文件“{path}”中对“{items}”的豁免没有用到，请核对后删除。",
        "In “{path}” the entry to ignore “{items}” has no effect; please check and remove it.",
    ),
    "config-expired": Text(
        "配置文件“{path}”中对“{items}”的豁免已于{until}到期，不再起作用。",
        "In “{path}” the entry to ignore “{items}” ended on {until} and has no effect any more.",
    ),
    # Baseline
    "baseline-not-found": Text(
        "没有找到基线文件“{path}”。请先用 checker baseline write 生成。",
        "There is no baseline “{path}”. Please make one with checker baseline write.",
    ),
    "baseline-unreadable": Text(
        "基线文件“{path}”无法读取，可能不是本程序生成的，或者已经损坏。请用 checker baseline write 重新生成。",
        "The baseline “{path}” cannot be read; it may be damaged or of another program. "
        "Please make it anew with checker baseline write.",
    ),
    "baseline-unwritable": Text(
        "基线文件“{path}”无法写入。请确认文件夹存在，并且有写入权限。",
        "The baseline “{path}” cannot be written. Please make sure its folder exists and may be written to.",
    ),
    "baseline-written": Text(
        "已写入基线“{path}”：{reports}份报告，{shortfalls}项。",
        "Baseline “{path}” written: {shortfalls} shortfalls in {reports} reports.",
    ),
    "baseline-still": Text("仍然存在（{count}项）", "Still there ({count})"),
    "baseline-fixed": Text("已经解决（{count}项）", "Mended ({count})"),
    "baseline-new": Text("新出现（{count}项）", "New ({count})"),
    # Suppressions
    "suppression-line": Text("第{line}行的豁免标注", "The suppression in line {line}"),
    "suppression-comment": Text("第{number}条批注中的豁免标注", "The suppression in comment {number}"),
    "suppression-no-item": Text(
        "{place}没有写要豁免哪个项目，不起作用。请在 ignore 后面写明项目代号。",
        "{place} names no item and has no effect. Please name an item behind “ignore”.",
    ),
    "suppression-no-reason": Text(
        '{place}（{items}）没有写明理由，不起作用。请补上 reason="……"。',
        '{place} ({items}) gives no reason and has no effect. Please add reason="...".',
    ),
    "suppression-bad-date": Text(
        "{place}（{items}）的到期日写法不对，不起作用。请写成 until=2026-12-31 的样式。",
        "{place} ({items}) has an end date that is none, and no effect. Please write it like until=2026-12-31.",
    ),
    "suppression-unknown-key": Text(
        "{place}（{items}）中的“{word}”无法识别，不起作用。可用的有 reason 和 until。",
        "{place} ({items}) holds “{word}”, which is not understood, and has no effect. There are: reason, until.",
    ),
    "suppression-expired": Text(
        "{place}（{items}）已于{until}到期，不再起作用。",
        "{place} ({items}) ended on {until} and has no effect any more.",
    ),
    "suppression-lapsed": Text(
        "报告中对“{items}”的豁免已于{until}到期，不再起作用。",
        "The suppression of “{items}” in the report ended on {until} and has no effect any more.",
    ),
    "suppression-unused": Text(
        "{place}（{items}）没有用到，请核对后删除。",
        "{place} ({items}) has no effect; please check and remove it.",
    ),
    "suppression-unknown-but": Text(
        "{place}没有用到：没有代号为“{items}”的项目，您要写的是不是“{guess}”？",
        "{place} has no effect: there is no item “{items}”. Did you mean “{guess}”?",
    ),
    # Changes in git
    "not-a-repository": Text(
        "“{path}”不在 git 仓库中，不能使用 --changed-since。",
        "“{path}” is in no git repository, so --changed-since cannot be used.",
    ),
    "no-such-revision": Text(
        "git 仓库中没有“{revision}”这个版本。如果是持续集成环境，请确认取回了完整的历史。",
        "The git repository has no revision “{revision}”. In CI, please make sure the whole history was fetched.",
    ),
    "git-missing": Text(
        "没有找到 git 程序，不能使用 --changed-since。请先安装 git。",
        "The program git was not found, so --changed-since cannot be used. Please install git.",
    ),
    "git-failed": Text(
        "git 没有给出“{path}”中的改动。请确认仓库完好后重试。",
        "git did not tell what has changed in “{path}”. Please make sure the repository is in order.",
    ),
    # Help
    "bad-date": Text(
        "选项 {option} 不能是“{value}”，应写成 2026-12-31 的样式。",
        "{option} cannot be “{value}”; write it like 2026-12-31.",
    ),
    "warning-prefix": Text("注意：{message}", "Note: {message}"),
    "about-baseline": Text("管理基线：暂时接受的已有问题。", "The baseline: shortfalls that are accepted for now."),
    "about-baseline-write": Text("把现有的问题记入基线。", "Record today's shortfalls in the baseline."),
    "about-baseline-status": Text(
        "列出基线中仍然存在的、已经解决的和新出现的问题。",
        "List what of the baseline is still there, what is mended, and what is new.",
    ),
    "about-config": Text("查看项目的配置。", "Show the configuration of the project."),
    "about-config-show": Text("列出生效的设置和各自的来源。", "Show the settings in force and where each comes from."),
    "about-config-schema": Text(
        "输出配置文件的格式定义（JSON Schema），供编辑器使用。", "Print the JSON Schema of the configuration file."
    ),
    "help-config": Text(
        "配置文件；默认从报告所在的文件夹逐级向上查找 checker.toml 或者 pyproject.toml。",
        "Configuration file. Default: checker.toml or pyproject.toml in the reports' folder or above.",
    ),
    "help-baseline": Text(
        "基线文件；其中已有的问题不算不通过。", "Baseline file; what it holds does not fail a report."
    ),
    "help-changed_since": Text(
        "只检查 git 版本 REV 之后有改动的报告。", "Only reports that have changed since the git revision REV."
    ),
    "help-prune": Text("只删除已经解决的问题，不记入新问题。", "Only take out what is mended; take in nothing new."),
    "help-workers": Text(
        "同时使用的进程数；默认按文件数量确定，不超过处理器核数。结果与进程数无关。",
        "Processes to use. Default: as many as the number of files is worth, up to the number of cores. "
        "Results do not depend on it.",
    ),
    "help-start": Text("要查看其配置的文件或者文件夹。", "A file or folder whose configuration to show."),
}
