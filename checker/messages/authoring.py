"""What the author of a ruleset is told by the commands that begin one, compare two and learn one."""

from typing import Final

from checker.text import Text

MESSAGES: Final[dict[str, Text]] = {
    # checker rules new
    "about-rules-new": Text(
        "新建一套规则：带注释的规则文件、供编辑器使用的格式定义和一份样本报告。",
        "Begin a ruleset: a commented file, its schema for editors, and a sample report.",
    ),
    "help-new_id": Text("新规则的代号，如water-bureau。", "Id of the new ruleset, such as water-bureau."),
    "help-new_folder": Text(
        "写到哪个文件夹；不写就用代号作为名称。", "Folder to write to; by default one that is called as the id is."
    ),
    "help-base": Text("新规则建立在哪一套规则之上。", "The ruleset that the new one stands on."),
    "new-bad-id": Text(
        "“{name}”不能用作规则的代号：代号用小写英文字母、数字和连字符，以字母开头，如water-bureau。",
        "“{name}” cannot be the id of a ruleset: it is made of small letters, digits and hyphens and begins with a "
        "letter, as in water-bureau.",
    ),
    "new-shipped-id": Text(
        "自带的规则中已有“{name}”，请换一个代号。", "There is a shipped ruleset “{name}”; take another id."
    ),
    "new-base-outside": Text(
        "“{name}”不在文件夹{folder}之内，新规则用不到它；请先把它复制到这个文件夹中。",
        "“{name}” is not in the folder {folder}, so the new ruleset cannot use it; copy it into the folder first.",
    ),
    "new-exists": Text(
        "文件{path}已经存在，没有写入任何文件；请换一个文件夹。",
        "There is a file {path} already; nothing was written. Choose another folder.",
    ),
    "new-written": Text(
        "已写入：\n{files}请打开其中的ruleset.yaml，按注释修改，然后运行 checker rules lint {folder} 和 "
        "checker rules test {folder}。",
        "Written:\n{files}Open ruleset.yaml and follow its comments, then run checker rules lint {folder} and "
        "checker rules test {folder}.",
    ),
    "start-item": Text("{id}  {title}（{level}，权重{weight}）", "{id}  {title} ({level}, weight {weight})"),
}
