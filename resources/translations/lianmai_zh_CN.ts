<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AttributeForm</name>
    <message>
        <source>Accepted, without effect on a PC</source>
        <translation>接受，但在电脑上无效果</translation>
    </message>
    <message>
        <source>Find an attribute</source>
        <translation>查找属性</translation>
    </message>
    <message>
        <source>No attribute has this in its name.</source>
        <translation>没有名称包含此内容的属性。</translation>
    </message>
    <message>
        <source>Reset all attributes</source>
        <translation>重置所有属性</translation>
    </message>
</context>
<context>
    <name>AttributeRow</name>
    <message>
        <source>Reset {name} to its default</source>
        <translation>将 {name} 恢复为默认值</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>Acts when publishing or playing starts the next time.</source>
        <translation>下次开始推流或播放时生效。</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>后台</translation>
    </message>
    <message>
        <source>Base library: {version}</source>
        <translation>基础库：{version}</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>Buffer</source>
        <translation>缓冲</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Default: {value}</source>
        <translation>默认值：{value}</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Range: {low} to {high}</source>
        <translation>范围：{low} 到 {high}</translation>
    </message>
    <message>
        <source>Range: {low} to {high}, ours: none is documented</source>
        <translation>范围：{low} 到 {high}（本程序自定，文档未给出）</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Until it is set, the mode decides.</source>
        <translation>未设置时由 mode 决定。</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Canvas {size}, {n} tiles</source>
        <translation>画布 {size}，{n} 个画面</translation>
    </message>
</context>
<context>
    <name>CallActions</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Code to join</source>
        <translation>加入码</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Copy join line</source>
        <translation>复制入会命令</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Edit this layout as a canvas</source>
        <translation>将此布局作为画布编辑</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>边框</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Names on pictures</source>
        <translation>在画面上显示名称</translation>
    </message>
    <message>
        <source>No picture is published; choose one under Devices</source>
        <translation>未发送画面；请在“设备”中选择</translation>
    </message>
    <message>
        <source>No sound is published; choose some under Devices</source>
        <translation>未发送声音；请在“设备”中选择</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Open a canvas…</source>
        <translation>打开画布…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Record (a recording is on)</source>
        <translation>录制（正在录制）</translation>
    </message>
    <message>
        <source>Save a screenshot of the stage</source>
        <translation>保存画面区截图</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Turn camera off</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <source>Turn camera on</source>
        <translation>打开摄像头</translation>
    </message>
    <message>
        <source>Turn microphone off</source>
        <translation>关闭麦克风</translation>
    </message>
    <message>
        <source>Turn microphone on</source>
        <translation>打开麦克风</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>The join line is on the clipboard, ready to be pasted.</source>
        <translation>入会命令已复制到剪贴板，可直接粘贴。</translation>
    </message>
</context>
<context>
    <name>CameraBox</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Next camera</source>
        <translation>下一个摄像头</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>{factor}×</source>
        <translation>{factor}×</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Align left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Align to the bottom</source>
        <translation>底部对齐</translation>
    </message>
    <message>
        <source>Align to the top</source>
        <translation>顶部对齐</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}. Choose another file.</source>
        <translation>无法读取 {path}：{reason}。请选择其他文件。</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}. Choose another place.</source>
        <translation>无法写入 {path}：{reason}。请选择其他位置。</translation>
    </message>
    <message>
        <source>Center across</source>
        <translation>水平居中</translation>
    </message>
    <message>
        <source>Center up and down</source>
        <translation>垂直居中</translation>
    </message>
    <message>
        <source>Fill the canvas</source>
        <translation>铺满画布</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>To the back</source>
        <translation>置于底层</translation>
    </message>
    <message>
        <source>To the front</source>
        <translation>置于顶层</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>它不是文本</translation>
    </message>
    <message>
        <source>there is no file {path}.</source>
        <translation>文件 {path} 不存在。</translation>
    </message>
    <message>
        <source>{path} is no canvas: {reason}</source>
        <translation>{path} 不是画布：{reason}</translation>
    </message>
    <message>
        <source>{path} is no picture: choose another file.</source>
        <translation>{path} 不是图片：请选择其他文件。</translation>
    </message>
    <message>
        <source>{uid} – not in the room</source>
        <translation>{uid} – 不在房间内</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>1:1 instead of fitted in</source>
        <translation>按 1:1 显示而非缩放适应</translation>
    </message>
    <message>
        <source>Add a picture…</source>
        <translation>添加图片…</translation>
    </message>
    <message>
        <source>Add a tile</source>
        <translation>添加画面</translation>
    </message>
    <message>
        <source>Back to the stage</source>
        <translation>回到画面区</translation>
    </message>
    <message>
        <source>Open a canvas…</source>
        <translation>打开画布…</translation>
    </message>
    <message>
        <source>Place all tiles as a layout does</source>
        <translation>按某个布局摆放所有画面</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Take what is on the stage now</source>
        <translation>采用画面区的当前状态</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>CanvasBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>New canvas</source>
        <translation>新画布</translation>
    </message>
    <message>
        <source>{name}, changed</source>
        <translation>{name}，已更改</translation>
    </message>
</context>
<context>
    <name>CanvasDesk</name>
    <message>
        <source>Canvases (*.json);;All files (*)</source>
        <translation>画布 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a canvas</source>
        <translation>打开画布</translation>
    </message>
    <message>
        <source>Unsaved changes of the canvas are in {path}.</source>
        <translation>画布中未保存的更改位于 {path}。</translation>
    </message>
</context>
<context>
    <name>CanvasPage</name>
    <message>
        <source>Canvases (*.json)</source>
        <translation>画布 (*.json)</translation>
    </message>
    <message>
        <source>Canvases (*.json);;All files (*)</source>
        <translation>画布 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Open a canvas</source>
        <translation>打开画布</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp *.gif)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.webp *.gif)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the canvas</source>
        <translation>保存画布</translation>
    </message>
    <message>
        <source>Save your changes to {name}?</source>
        <translation>将更改保存到 {name}？</translation>
    </message>
    <message>
        <source>Somebody who is not here</source>
        <translation>不在场的人</translation>
    </message>
    <message>
        <source>the new canvas</source>
        <translation>新画布</translation>
    </message>
</context>
<context>
    <name>CanvasPanel</name>
    <message>
        <source>Items</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation>问题：{count}</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>A name has at most 64 characters.</source>
        <translation>名字最多 64 个字符。</translation>
    </message>
    <message>
        <source>A room&apos;s name has at most 64 characters.</source>
        <translation>房间号最多 64 个字符。</translation>
    </message>
    <message>
        <source>Enter the name of the room.</source>
        <translation>请输入房间号。</translation>
    </message>
    <message>
        <source>Enter the server&apos;s address, such as ws://192.168.1.20:8440.</source>
        <translation>请输入服务器地址，例如 ws://192.168.1.20:8440。</translation>
    </message>
    <message>
        <source>Start the address with ws:// or wss://, or an RTMP or FLV URL.</source>
        <translation>地址应以 ws:// 或 wss:// 开头，或是 RTMP、FLV 的 URL。</translation>
    </message>
    <message>
        <source>This is no complete address: write ws://HOST:PORT.</source>
        <translation>地址不完整：请写成 ws://主机:端口。</translation>
    </message>
    <message>
        <source>Use letters, digits and _ . ~ - only.</source>
        <translation>只能使用字母、数字和 _ . ~ -。</translation>
    </message>
</context>
<context>
    <name>CodeLog</name>
    <message>
        <source>Copy as a log</source>
        <translation>复制为日志</translation>
    </message>
    <message>
        <source>Go to the newest</source>
        <translation>转到最新</translation>
    </message>
    <message>
        <source>State codes</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>This component has said nothing yet.</source>
        <translation>此组件还没有任何事件。</translation>
    </message>
    <message>
        <source>{n} events</source>
        <translation>{n} 个事件</translation>
    </message>
</context>
<context>
    <name>Component</name>
    <message>
        <source>Nothing is published now; these act when it is.</source>
        <translation>当前未推流；推流时这些属性生效。</translation>
    </message>
    <message>
        <source>Plays with the least delay, as no phone does, until one of these is set.</source>
        <translation>在设置其中任一属性之前，以最低延迟播放（手机做不到）。</translation>
    </message>
</context>
<context>
    <name>ComponentPages</name>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Situations</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ComponentPanel</name>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>live-player – {name}</source>
        <translation>live-player – {name}</translation>
    </message>
    <message>
        <source>live-pusher – you</source>
        <translation>live-pusher – 你</translation>
    </message>
</context>
<context>
    <name>ConfirmBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>CourseView</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>EventPanel</name>
    <message>
        <source>Copy the selected lines</source>
        <translation>复制选中的行</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Find in events</source>
        <translation>在事件中查找</translation>
    </message>
    <message>
        <source>Go to the newest</source>
        <translation>跳到最新</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>最低级别</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有发生任何事。</translation>
    </message>
    <message>
        <source>Save all events as JSON lines…</source>
        <translation>将全部事件保存为 JSON 行…</translation>
    </message>
    <message>
        <source>Save events</source>
        <translation>保存事件</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 条</translation>
    </message>
    <message>
        <source>{shown} of {n}</source>
        <translation>{shown} / {n}</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Address changed</source>
        <translation>地址已更改</translation>
    </message>
    <message>
        <source>Asking for a stream</source>
        <translation>正在请求流</translation>
    </message>
    <message>
        <source>Asking to publish</source>
        <translation>正在请求推流</translation>
    </message>
    <message>
        <source>Back on the page</source>
        <translation>已回到页面</translation>
    </message>
    <message>
        <source>Bitrate changed</source>
        <translation>码率已改变</translation>
    </message>
    <message>
        <source>Capture began</source>
        <translation>开始采集</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>正在重新连接</translation>
    </message>
    <message>
        <source>Connecting to receive</source>
        <translation>正在连接以接收</translation>
    </message>
    <message>
        <source>Connecting to send</source>
        <translation>正在连接以发送</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>连接已关闭</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>Connection restored</source>
        <translation>连接已恢复</translation>
    </message>
    <message>
        <source>Could not be decoded</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>Credential expired</source>
        <translation>凭证已过期</translation>
    </message>
    <message>
        <source>Credential expires soon</source>
        <translation>凭证即将过期</translation>
    </message>
    <message>
        <source>Damaged data skipped</source>
        <translation>已跳过损坏的数据</translation>
    </message>
    <message>
        <source>Data came late</source>
        <translation>数据迟到</translation>
    </message>
    <message>
        <source>Decoder started</source>
        <translation>解码器已启动</translation>
    </message>
    <message>
        <source>Encoder failed</source>
        <translation>编码器出错</translation>
    </message>
    <message>
        <source>Encoder started</source>
        <translation>编码器已启动</translation>
    </message>
    <message>
        <source>Enough to play</source>
        <translation>缓冲已足</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>First data sent</source>
        <translation>首批数据已发出</translation>
    </message>
    <message>
        <source>First key frame</source>
        <translation>首个关键帧</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>首帧画面</translation>
    </message>
    <message>
        <source>First picture shown</source>
        <translation>首个画面已显示</translation>
    </message>
    <message>
        <source>First sound</source>
        <translation>首个声音</translation>
    </message>
    <message>
        <source>Flows again</source>
        <translation>恢复流动</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>在后台</translation>
    </message>
    <message>
        <source>Information changed</source>
        <translation>信息已更改</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>被打断</translation>
    </message>
    <message>
        <source>Joined the room</source>
        <translation>已进入房间</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>消息已发送</translation>
    </message>
    <message>
        <source>Music began</source>
        <translation>音乐开始</translation>
    </message>
    <message>
        <source>Music ended</source>
        <translation>音乐结束</translation>
    </message>
    <message>
        <source>Music failed</source>
        <translation>音乐无法播放</translation>
    </message>
    <message>
        <source>Music plays</source>
        <translation>音乐播放中</translation>
    </message>
    <message>
        <source>Muted or unmuted</source>
        <translation>静音状态变化</translation>
    </message>
    <message>
        <source>Network status</source>
        <translation>网络状态</translation>
    </message>
    <message>
        <source>Network too slow</source>
        <translation>网络太慢</translation>
    </message>
    <message>
        <source>Nothing arrives</source>
        <translation>没有数据到达</translation>
    </message>
    <message>
        <source>Nothing left to play</source>
        <translation>缓冲已空</translation>
    </message>
    <message>
        <source>Numbers of a received stream</source>
        <translation>接收流的数据</translation>
    </message>
    <message>
        <source>Numbers of the own stream</source>
        <translation>自己的流的数据</translation>
    </message>
    <message>
        <source>Order not understood</source>
        <translation>指令无法理解</translation>
    </message>
    <message>
        <source>Page told: full screen</source>
        <translation>已告知页面：全屏</translation>
    </message>
    <message>
        <source>Page told: music began</source>
        <translation>已告知页面：音乐开始</translation>
    </message>
    <message>
        <source>Page told: music ended</source>
        <translation>已告知页面：音乐结束</translation>
    </message>
    <message>
        <source>Page told: music plays</source>
        <translation>已告知页面：音乐播放中</translation>
    </message>
    <message>
        <source>Page told: picture back</source>
        <translation>已告知页面：画面返回</translation>
    </message>
    <message>
        <source>Page told: picture floats</source>
        <translation>已告知页面：画面悬浮</translation>
    </message>
    <message>
        <source>Permission refused</source>
        <translation>权限被拒绝</translation>
    </message>
    <message>
        <source>Picture floats</source>
        <translation>画面悬浮</translation>
    </message>
    <message>
        <source>Picture size changed</source>
        <translation>画面尺寸变化</translation>
    </message>
    <message>
        <source>Picture stood still</source>
        <translation>画面停顿</translation>
    </message>
    <message>
        <source>Pictures are missing</source>
        <translation>画面有缺失</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在推流</translation>
    </message>
    <message>
        <source>Publishing given up</source>
        <translation>已放弃推流</translation>
    </message>
    <message>
        <source>Publishing is tried again</source>
        <translation>正在重试推流</translation>
    </message>
    <message>
        <source>Publishing stopped</source>
        <translation>推流已停止</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>Removed from the room</source>
        <translation>被移出房间</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Room closed</source>
        <translation>房间已关闭</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Sending ended</source>
        <translation>发送已结束</translation>
    </message>
    <message>
        <source>Sent size changed</source>
        <translation>发送的画面尺寸已改变</translation>
    </message>
    <message>
        <source>Somebody changed</source>
        <translation>成员信息变化</translation>
    </message>
    <message>
        <source>Somebody joined</source>
        <translation>有人加入</translation>
    </message>
    <message>
        <source>Somebody left</source>
        <translation>有人离开</translation>
    </message>
    <message>
        <source>Source failed</source>
        <translation>信号源出错</translation>
    </message>
    <message>
        <source>Source lost</source>
        <translation>信号源丢失</translation>
    </message>
    <message>
        <source>Source started</source>
        <translation>信号源已启动</translation>
    </message>
    <message>
        <source>Stream added</source>
        <translation>新增流</translation>
    </message>
    <message>
        <source>Stream begins</source>
        <translation>流开始</translation>
    </message>
    <message>
        <source>Stream ended</source>
        <translation>流已结束</translation>
    </message>
    <message>
        <source>Stream given up</source>
        <translation>已放弃该流</translation>
    </message>
    <message>
        <source>Stream is tried again</source>
        <translation>正在重试该流</translation>
    </message>
    <message>
        <source>Stream plays</source>
        <translation>流正在播放</translation>
    </message>
    <message>
        <source>Stream removed</source>
        <translation>流已移除</translation>
    </message>
    <message>
        <source>Stream stopped</source>
        <translation>流已停止</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>Waiting image failed</source>
        <translation>等待图片无法加载</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>被占用</translation>
    </message>
    <message>
        <source>by</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>对方断开</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>dns</source>
        <translation>主机名无法解析</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>致命</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式不可用</translation>
    </message>
    <message>
        <source>from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>握手失败</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>hung</source>
        <translation>没有反应</translation>
    </message>
    <message>
        <source>io</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键名</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no_data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>peers</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>服务器拒绝</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>被取代</translation>
    </message>
    <message>
        <source>room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>seconds left</source>
        <translation>剩余秒数</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>Farewell</name>
    <message>
        <source>Somebody joined this room with your user id.</source>
        <translation>有人用你的用户 ID 进入了此房间。</translation>
    </message>
    <message>
        <source>The room was closed for everybody.</source>
        <translation>房间已被解散。</translation>
    </message>
    <message>
        <source>You were removed from the room.</source>
        <translation>你已被移出房间。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>95th pct.</source>
        <translation>95 百分位</translation>
    </message>
    <message>
        <source>A/V offset</source>
        <translation>音画偏差</translation>
    </message>
    <message>
        <source>Attempts after a loss. Counted since the start.</source>
        <translation>断开后的重连次数。自开始以来累计。</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>首帧画面</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>From the moment the sender draws its stamp until the picture is shown here, the median of the last 2 s. Read from the stamp; not knowable without one. Clocks of two machines may differ, and that shows.</source>
        <translation>从发送方绘制时间戳到画面在此显示的时间，取最近 2 秒的中位数。由画面中的时间戳读出；没有时间戳则无法得知。两台机器的时钟若有偏差，会体现在此。</translation>
    </message>
    <message>
        <source>From the start of the connection until the first picture. Measured here; not knowable for the own stream.</source>
        <translation>从开始连接到首帧画面的时间。在本机测得；自己的流无法得知。</translation>
    </message>
    <message>
        <source>How far the picture is ahead of the sound as presented. From the timestamps of packets; not knowable unless both play.</source>
        <translation>呈现时画面领先声音的时间。由数据包时间戳得出；两者同时播放时才可得知。</translation>
    </message>
    <message>
        <source>How unevenly packets arrive. Measured from packets; not knowable for the own stream.</source>
        <translation>数据包到达的不均匀程度。由数据包测得；自己的流无法得知。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>Of 20 pictures in the last 2 s 19 had at most this latency. Read from the stamp; not knowable without one.</source>
        <translation>最近 2 秒的画面中，每 20 帧有 19 帧的延迟不超过此值。由时间戳读出；没有时间戳则无法得知。</translation>
    </message>
    <message>
        <source>Own stream: age of the oldest packet the network has not taken yet. Others: sound received but not played yet. Measured from packets.</source>
        <translation>自己的流：网络尚未取走的最早数据包的等待时间。他人的流：已收到但尚未播放的声音。由数据包测得。</translation>
    </message>
    <message>
        <source>Own stream: frames given up because the network was too slow. Others: pictures never shown, as newer ones overtook them. Counted since the start.</source>
        <translation>自己的流：因网络太慢而放弃的帧。他人的流：被更新画面取代而从未显示的帧。自开始以来累计。</translation>
    </message>
    <message>
        <source>Packets that could not be decoded. Counted since the start; not knowable for the own stream.</source>
        <translation>无法解码的数据包。自开始以来累计；自己的流无法得知。</translation>
    </message>
    <message>
        <source>Peak of the sound, 0 to 100. Measured from the decoded sound; not known of the own stream.</source>
        <translation>声音峰值，0 到 100。由解码后的声音测得；自己的流未知。</translation>
    </message>
    <message>
        <source>Picture and sound together, over the last 2 s. Measured from packets.</source>
        <translation>最近 2 秒画面与声音之和。由数据包测得。</translation>
    </message>
    <message>
        <source>Pictures a second, over the last 2 s: encoded ones of the own stream, decoded ones of others. Measured from packets.</source>
        <translation>最近 2 秒每秒的画面数：自己的流计编码数，他人的流计解码数。由数据包测得。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>重连</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>卡顿</translation>
    </message>
    <message>
        <source>Time between two key frames: so long may a newcomer wait for a picture. Measured from packets of others.</source>
        <translation>两个关键帧之间的时间：新加入者最多要等这么久才有画面。由他人的数据包测得。</translation>
    </message>
    <message>
        <source>Times nothing arrived for more than 0.8 s. Counted from packets since the start; not knowable for the own stream.</source>
        <translation>超过 0.8 秒没有数据到达的次数。自开始以来由数据包累计；自己的流无法得知。</translation>
    </message>
    <message>
        <source>Width and height of the encoded picture in px. From the stream itself.</source>
        <translation>编码画面的宽和高，单位像素。取自流本身。</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>fps</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>FileName</name>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.webp)</translation>
    </message>
    <message>
        <source>Waiting image</source>
        <translation>等待图片</translation>
    </message>
</context>
<context>
    <name>FitBox</name>
    <message>
        <source>0 · whole, with borders</source>
        <translation>0 · 完整显示，留边</translation>
    </message>
    <message>
        <source>1 · filled, cut off</source>
        <translation>1 · 填满，裁切</translation>
    </message>
    <message>
        <source>Adaption</source>
        <translation>适配方式</translation>
    </message>
</context>
<context>
    <name>FloatingWindow</name>
    <message>
        <source>Back to the call</source>
        <translation>返回通话</translation>
    </message>
    <message>
        <source>Drag to move, Esc to close</source>
        <translation>拖动以移动，按 Esc 关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>FrameMenu</name>
    <message>
        <source>1:1 instead of fitted in</source>
        <translation>按 1:1 显示而非缩放适应</translation>
    </message>
    <message>
        <source>Android phones</source>
        <translation>Android 手机</translation>
    </message>
    <message>
        <source>Held sideways</source>
        <translation>横向握持</translation>
    </message>
    <message>
        <source>No frame</source>
        <translation>无边框</translation>
    </message>
    <message>
        <source>Safe area and capsule</source>
        <translation>安全区域与胶囊按钮</translation>
    </message>
    <message>
        <source>Tablets</source>
        <translation>平板电脑</translation>
    </message>
    <message>
        <source>iPhone</source>
        <translation>iPhone</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Esc leaves full screen</source>
        <translation>按 Esc 退出全屏</translation>
    </message>
</context>
<context>
    <name>GoldenBox</name>
    <message>
        <source>Compare with a golden</source>
        <translation>与基准图比较</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Golden</source>
        <translation>基准图</translation>
    </message>
    <message>
        <source>Goldens</source>
        <translation>基准图</translation>
    </message>
    <message>
        <source>Live pictures may differ; places and everything around them may not.</source>
        <translation>实时画面可以不同；位置和画面以外的一切不可以。</translation>
    </message>
    <message>
        <source>Picture of the difference: {path}</source>
        <translation>差异图片：{path}</translation>
    </message>
    <message>
        <source>Save as golden</source>
        <translation>保存为基准图</translation>
    </message>
    <message>
        <source>Save as golden…</source>
        <translation>保存为基准图…</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Show over the stage</source>
        <translation>叠加显示在画面区上</translation>
    </message>
    <message>
        <source>The stage differs from the golden.</source>
        <translation>画面区与基准图不同。</translation>
    </message>
    <message>
        <source>The stage looks as in the golden.</source>
        <translation>画面区与基准图一致。</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Tolerance, of 255</source>
        <translation>容差，满值 255</translation>
    </message>
    <message>
        <source>What differs, in red</source>
        <translation>差异之处，以红色标出</translation>
    </message>
</context>
<context>
    <name>GroundForm</name>
    <message>
        <source>Choose the colour</source>
        <translation>选择颜色</translation>
    </message>
    <message>
        <source>Lianmai canvas</source>
        <translation>Lianmai 画布</translation>
    </message>
    <message>
        <source>NERTC layout</source>
        <translation>NERTC 布局</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>colour as a decimal number</source>
        <translation>十进制颜色值</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>参考线</translation>
    </message>
    <message>
        <source>Vertical guide</source>
        <translation>垂直参考线</translation>
    </message>
</context>
<context>
    <name>ImageForm</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>File or address</source>
        <translation>文件或地址</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>图片 {name}</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>no uid</source>
        <translation>没有 uid</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Join room {room}: {place}</source>
        <translation>加入房间 {room}：{place}</translation>
    </message>
    <message>
        <source>on this computer only</source>
        <translation>仅在本机</translation>
    </message>
</context>
<context>
    <name>JoinForm</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>其他服务器</translation>
    </message>
    <message>
        <source>Built in, on this computer</source>
        <translation>内置，在本机运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Room server</source>
        <translation>房间服务器</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>shown to the others</source>
        <translation>显示给其他人</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>By number of people, all ten</source>
        <translation>按人数排列，显示全部十人</translation>
    </message>
    <message>
        <source>By number of people, seven shown</source>
        <translation>按人数排列，显示七人</translation>
    </message>
    <message>
        <source>Call kit, one to one</source>
        <translation>通话组件，一对一</translation>
    </message>
    <message>
        <source>Gallery, 25 a page</source>
        <translation>画廊，每页 25 人</translation>
    </message>
    <message>
        <source>Gallery, 49 a page</source>
        <translation>画廊，每页 49 人</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>宫格</translation>
    </message>
    <message>
        <source>Group call on PC</source>
        <translation>电脑端群组通话</translation>
    </message>
    <message>
        <source>Group call on phones</source>
        <translation>手机端群组通话</translation>
    </message>
    <message>
        <source>Group call with one enlarged member</source>
        <translation>群组通话，放大一位成员</translation>
    </message>
    <message>
        <source>Group call, gallery</source>
        <translation>群组通话，画廊</translation>
    </message>
    <message>
        <source>Group call, one enlarged member</source>
        <translation>群组通话，一位成员放大</translation>
    </message>
    <message>
        <source>Meeting grid, up to nine</source>
        <translation>会议宫格，最多九人</translation>
    </message>
    <message>
        <source>Minimised call, picture</source>
        <translation>最小化通话，画面</translation>
    </message>
    <message>
        <source>Minimised call, sound only</source>
        <translation>最小化通话，仅声音</translation>
    </message>
    <message>
        <source>Minimised group call</source>
        <translation>最小化群组通话</translation>
    </message>
    <message>
        <source>One teacher and three students, four a page</source>
        <translation>一位老师和三位学生，每页四人</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>一对一</translation>
    </message>
    <message>
        <source>One to one with a floating picture, PC</source>
        <translation>一对一加悬浮画面，电脑</translation>
    </message>
    <message>
        <source>One to one with a floating picture, PC style sheet</source>
        <translation>一对一加悬浮画面，电脑样式表</translation>
    </message>
    <message>
        <source>One to one with a floating picture, phones</source>
        <translation>一对一加悬浮画面，手机</translation>
    </message>
    <message>
        <source>Push-out task as printed in the guide</source>
        <translation>指南中所示的旁路推流任务</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Speaker with strip</source>
        <translation>主讲人加成员条</translation>
    </message>
</context>
<context>
    <name>LayoutBox</name>
    <message>
        <source>As told. Tiles found: {n}</source>
        <translation>符合要求。找到的画面：{n}</translation>
    </message>
    <message>
        <source>Canvas to check against</source>
        <translation>要对照检查的画布</translation>
    </message>
    <message>
        <source>Canvases</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Canvas…</source>
        <translation>画布…</translation>
    </message>
    <message>
        <source>Check against</source>
        <translation>对照检查</translation>
    </message>
    <message>
        <source>Check layout</source>
        <translation>检查布局</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>清除标记</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Finds tiles by the stamps in their pictures; peers stamp with --stamp.</source>
        <translation>通过画面中的时间戳找到各个画面；对端用 --stamp 添加时间戳。</translation>
    </message>
    <message>
        <source>Layout check</source>
        <translation>布局检查</translation>
    </message>
    <message>
        <source>Not as told. Differences: {n}</source>
        <translation>不符合要求。差异：{n}</translation>
    </message>
    <message>
        <source>The layout shown</source>
        <translation>当前显示的布局</translation>
    </message>
    <message>
        <source>{uid} is where it should be ({off} px off).</source>
        <translation>{uid} 位置正确（偏差 {off} 像素）。</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>The room server cannot be reached; attempt {attempt} to get back.</source>
        <translation>无法连接房间服务器；正在第 {attempt} 次尝试恢复。</translation>
    </message>
    <message>
        <source>The room server cannot be reached; pictures go on.</source>
        <translation>无法连接房间服务器；画面不受影响。</translation>
    </message>
</context>
<context>
    <name>Lobby</name>
    <message>
        <source>Waiting for the others</source>
        <translation>等待其他人加入</translation>
    </message>
    <message>
        <source>Waiting for the others: scan the code to join</source>
        <translation>等待其他人加入：扫码即可加入</translation>
    </message>
</context>
<context>
    <name>Loupe</name>
    <message>
        <source>Loupe: {values}</source>
        <translation>放大镜：{values}</translation>
    </message>
    <message>
        <source>reference {color}</source>
        <translation>参考图 {color}</translation>
    </message>
</context>
<context>
    <name>MessageBox</name>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Message in the picture</source>
        <translation>画面中的消息</translation>
    </message>
    <message>
        <source>Players with enable-recv-message show it among their events.</source>
        <translation>开启 enable-recv-message 的播放器会在事件中显示该消息。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>要发送的文本</translation>
    </message>
</context>
<context>
    <name>MethodsPage</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>播放</translation>
    </message>
</context>
<context>
    <name>MixForm</name>
    <message>
        <source>Bit rate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>Name of the task</source>
        <translation>任务名称</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒画面数</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Stream and key</source>
        <translation>流名与密钥</translation>
    </message>
    <message>
        <source>as suits the size</source>
        <translation>按尺寸自动选择</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
</context>
<context>
    <name>Mixing</name>
    <message>
        <source>505 running</source>
        <translation>505 运行中</translation>
    </message>
    <message>
        <source>506 failed, trying again</source>
        <translation>506 失败，正在重试</translation>
    </message>
    <message>
        <source>511 ended</source>
        <translation>511 已结束</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
</context>
<context>
    <name>MixingPage</name>
    <message>
        <source>From a file…</source>
        <translation>从文件…</translation>
    </message>
    <message>
        <source>Mix task</source>
        <translation>混流任务</translation>
    </message>
    <message>
        <source>Mix tasks</source>
        <translation>混流任务</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新任务</translation>
    </message>
    <message>
        <source>No mix task yet.</source>
        <translation>还没有混流任务。</translation>
    </message>
    <message>
        <source>Push the stage</source>
        <translation>推送画面区</translation>
    </message>
    <message>
        <source>Pushes the stage as one stream, as a server&apos;s mix task does.</source>
        <translation>像服务器的混流任务那样，将画面区作为一路流推送。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>MusicBox</name>
    <message>
        <source>Background music</source>
        <translation>背景音乐</translation>
    </message>
    <message>
        <source>Choose music…</source>
        <translation>选择音乐…</translation>
    </message>
    <message>
        <source>Microphone volume</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>Music volume</source>
        <translation>音乐音量</translation>
    </message>
    <message>
        <source>No music chosen</source>
        <translation>未选择音乐</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Netstatus</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>How it is made</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>not knowable</source>
        <translation>无从得知</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Back to normal</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>Copy join line</source>
        <translation>复制入会命令</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Nobody else is here yet: others join with the same server and room.</source>
        <translation>这里还没有其他人：用相同的服务器和房间号即可加入。</translation>
    </message>
    <message>
        <source>The others meet a phone in this situation: {situation}.</source>
        <translation>其他人遇到的是处于此情形的手机：{situation}。</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>mode: {value}</source>
        <translation>mode：{value}</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>Start or stop recording</source>
        <translation>开始或停止录制</translation>
    </message>
</context>
<context>
    <name>OutputPanel</name>
    <message>
        <source>Mixing</source>
        <translation>混流</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
</context>
<context>
    <name>Participants</name>
    <message>
        <source>Audience</source>
        <translation>观众</translation>
    </message>
    <message>
        <source>Broadcaster</source>
        <translation>主播</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>连接中…</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>房主</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在推流</translation>
    </message>
    <message>
        <source>Sending nothing</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Sends nothing</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>The room cannot be reached; trying again.</source>
        <translation>无法连接房间；正在重试。</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>正在重试…</translation>
    </message>
    <message>
        <source>camera off</source>
        <translation>摄像头关</translation>
    </message>
    <message>
        <source>camera on</source>
        <translation>摄像头开</translation>
    </message>
    <message>
        <source>microphone off</source>
        <translation>麦克风关</translation>
    </message>
    <message>
        <source>microphone on</source>
        <translation>麦克风开</translation>
    </message>
    <message>
        <source>muted here</source>
        <translation>已在本机静音</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name}（你）</translation>
    </message>
</context>
<context>
    <name>ParticipantsPanel</name>
    <message>
        <source>1 person</source>
        <translation>1 人</translation>
    </message>
    <message>
        <source>Copy user id</source>
        <translation>复制用户 ID</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Find a name or user id</source>
        <translation>查找名字或用户 ID</translation>
    </message>
    <message>
        <source>Mute here</source>
        <translation>在本机静音</translation>
    </message>
    <message>
        <source>Nobody is here yet.</source>
        <translation>这里还没有人。</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Remove from the room…</source>
        <translation>移出房间…</translation>
    </message>
    <message>
        <source>Remove {name} from the room?</source>
        <translation>将 {name} 移出房间？</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Unmute here</source>
        <translation>取消本机静音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} 人</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} / {count}</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Own picture</source>
        <translation>自己的画面</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>Recording</name>
    <message>
        <source>Recorded into {folder}. Files: {n}</source>
        <translation>已录制到 {folder}。文件数：{n}</translation>
    </message>
    <message>
        <source>The stage</source>
        <translation>画面区</translation>
    </message>
    <message>
        <source>{name} – screen</source>
        <translation>{name} – 屏幕</translation>
    </message>
</context>
<context>
    <name>RecordingMark</name>
    <message>
        <source>Recording, {time}</source>
        <translation>正在录制，{time}</translation>
    </message>
</context>
<context>
    <name>RecordingPage</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Everybody, whoever comes</source>
        <translation>所有人，包括后来加入的</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>录制文件夹</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>还没有录制任何内容。</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始录制</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>Streams are kept as they come, without being encoded anew.</source>
        <translation>流按原样保存，不重新编码。</translation>
    </message>
    <message>
        <source>The stage, mixed into one file</source>
        <translation>画面区，混合为一个文件</translation>
    </message>
    <message>
        <source>What to record</source>
        <translation>录制内容</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>剩余 {size}</translation>
    </message>
</context>
<context>
    <name>RectBoxes</name>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>width</source>
        <translation>宽度</translation>
    </message>
</context>
<context>
    <name>ReferenceBox</name>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>Choose a reference picture…</source>
        <translation>选择参考图…</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Drag it and its handles, or use arrows, + and -, F to fit the width; Esc ends</source>
        <translation>拖动图片及其控制点，或使用方向键、+ 和 -，按 F 适应宽度；按 Esc 结束</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适应宽度</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Remove the reference picture</source>
        <translation>移除参考图</translation>
    </message>
    <message>
        <source>See through</source>
        <translation>透视</translation>
    </message>
    <message>
        <source>Show it over the stage</source>
        <translation>叠加显示在画面区上</translation>
    </message>
</context>
<context>
    <name>ReferenceFrame</name>
    <message>
        <source>Reference picture, {place}</source>
        <translation>参考图，{place}</translation>
    </message>
</context>
<context>
    <name>RetryButton</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again: {name}</source>
        <translation>重试：{name}</translation>
    </message>
    <message>
        <source>Try this stream again (R)</source>
        <translation>重试此流 (R)</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Drag a guide out of the ruler, or press Enter for one</source>
        <translation>从标尺拖出一条参考线，或按 Enter 添加一条</translation>
    </message>
    <message>
        <source>Left ruler</source>
        <translation>左侧标尺</translation>
    </message>
    <message>
        <source>Upper ruler</source>
        <translation>上方标尺</translation>
    </message>
</context>
<context>
    <name>SaveFile</name>
    <message>
        <source>Cannot write {path}: {reason}. Choose another place.</source>
        <translation>无法写入 {path}：{reason}。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>-1301, and 10001 as state and error; a refused permission shows as a black own picture; publishing goes on with what is left.</source>
        <translation>-1301，并以状态和错误形式给出 10001；权限被拒绝时自己的画面为黑色；推流以剩余部分继续。</translation>
    </message>
    <message>
        <source>-1302, and 10002 as state and error; publishing goes on with what is left. Silence instead of a missing track is inferred from what muting does. A player in mode RTC reports an error with &quot;system permission denied&quot;.</source>
        <translation>-1302，并以状态和错误形式给出 10002；推流以剩余部分继续。发送静音而非缺少音轨，是由静音的行为推断的。RTC 模式的播放器会报告含“system permission denied”的错误。</translation>
    </message>
    <message>
        <source>0 undefined, 1 best, 2 good, 3 fair, 4 poor, 5 very poor, 6 unusable.</source>
        <translation>0 未定义，1 最好，2 好，3 一般，4 差，5 很差，6 不可用。</translation>
    </message>
    <message>
        <source>16 kHz</source>
        <translation>16 kHz</translation>
    </message>
    <message>
        <source>240x320</source>
        <translation>240x320</translation>
    </message>
    <message>
        <source>320x480</source>
        <translation>320x480</translation>
    </message>
    <message>
        <source>360x640, broadcast</source>
        <translation>360x640，直播</translation>
    </message>
    <message>
        <source>360x640, call</source>
        <translation>360x640，通话</translation>
    </message>
    <message>
        <source>3:4</source>
        <translation>3:4</translation>
    </message>
    <message>
        <source>48 kHz</source>
        <translation>48 kHz</translation>
    </message>
    <message>
        <source>540x960, broadcast</source>
        <translation>540x960，直播</translation>
    </message>
    <message>
        <source>720x1280, broadcast</source>
        <translation>720x1280，直播</translation>
    </message>
    <message>
        <source>9:16</source>
        <translation>9:16</translation>
    </message>
    <message>
        <source>A PC has one volume.</source>
        <translation>PC 只有一种音量。</translation>
    </message>
    <message>
        <source>A PC is not turned.</source>
        <translation>PC 不会转动。</translation>
    </message>
    <message>
        <source>A key has 1 to {key_chars} characters.</source>
        <translation>键名为 1 到 {key_chars} 个字符。</translation>
    </message>
    <message>
        <source>A message has {limit} bytes at most; shorten it.</source>
        <translation>消息最多 {limit} 字节；请缩短。</translation>
    </message>
    <message>
        <source>A name has up to {name_chars} printable characters.</source>
        <translation>名称最多 {name_chars} 个可显示字符。</translation>
    </message>
    <message>
        <source>A phone call or a WeChat call interrupts: 5001, the picture stops or the waiting image is shown. That an iPhone then behaves as in the background is inferred.</source>
        <translation>电话或微信通话打断：5001，画面停止或显示等待图片。iPhone 此后的表现与进入后台相同，是推断的。</translation>
    </message>
    <message>
        <source>A phone call or a WeChat call interrupts: 5001, the picture stops or the waiting image is shown. That the microphone belongs to the call meanwhile and silence is sent is inferred.</source>
        <translation>电话或微信通话打断：5001，画面停止或显示等待图片。期间麦克风归通话使用、发送静音，是推断的。</translation>
    </message>
    <message>
        <source>A picture is smaller than the stage it should show: save it anew.</source>
        <translation>图片小于应显示的画面区：请重新保存。</translation>
    </message>
    <message>
        <source>A plain media server cannot do that.</source>
        <translation>普通媒体服务器做不到。</translation>
    </message>
    <message>
        <source>A second tile of uid {uid}</source>
        <translation>uid {uid} 的第二个画面</translation>
    </message>
    <message>
        <source>A stream name has 1 to {max_name} letters a-z, digits or &apos;_.~-/&apos;; choose another.</source>
        <translation>流名为 1 到 {max_name} 个小写字母 a-z、数字或 &apos;_.~-/&apos;；请换一个。</translation>
    </message>
    <message>
        <source>A task has at most {most_characters} characters.</source>
        <translation>任务最多 {most_characters} 个字符。</translation>
    </message>
    <message>
        <source>A task is an object with taskId, streamUrl and layout.</source>
        <translation>任务是包含 taskId、streamUrl 和 layout 的对象。</translation>
    </message>
    <message>
        <source>A tile of sender {sender}</source>
        <translation>发送方 {sender} 的画面</translation>
    </message>
    <message>
        <source>A video frame could not be decoded</source>
        <translation>当前视频帧解码失败</translation>
    </message>
    <message>
        <source>A video frame could not be encoded</source>
        <translation>当前视频帧编码失败</translation>
    </message>
    <message>
        <source>A {what} has 1 to 64 letters a-z, digits or &apos;_.~-&apos;; choose another.</source>
        <translation>{what} 为 1 到 64 个小写字母 a-z、数字或 &apos;_.~-&apos;；请换一个。</translation>
    </message>
    <message>
        <source>All buffered video frames; larger means more delay.</source>
        <translation>所有已缓存的视频帧；越大延迟越高。</translation>
    </message>
    <message>
        <source>All info together has {limit_bytes} bytes at most.</source>
        <translation>全部信息合计最多 {limit_bytes} 字节。</translation>
    </message>
    <message>
        <source>Allow casting to a screen through the context methods.</source>
        <translation>允许通过 context 的方法投屏。</translation>
    </message>
    <message>
        <source>Allow zooming the camera (pinch). Tencent words it as: true enlarges the camera picture.</source>
        <translation>允许缩放摄像头（双指）。腾讯的说法是：true 会放大摄像头画面。</translation>
    </message>
    <message>
        <source>Already in a room; leave it first.</source>
        <translation>已在房间中；请先离开。</translation>
    </message>
    <message>
        <source>An audience member cannot publish; become a broadcaster first.</source>
        <translation>观众不能推流；请先成为主播。</translation>
    </message>
    <message>
        <source>An audio frame could not be decoded</source>
        <translation>当前音频帧解码失败</translation>
    </message>
    <message>
        <source>Another program takes the camera: -1301 when it cannot be opened again; the picture stands still while sound goes on. The frozen picture is inferred from what an iPhone does in the background.</source>
        <translation>其他程序占用摄像头：无法重新打开时为 -1301；画面静止，声音继续。画面定格是由 iPhone 在后台的行为推断的。</translation>
    </message>
    <message>
        <source>Another program takes the camera: -1301 when it cannot be opened again; the picture turns black while sound goes on. The black picture is inferred from what an Android phone does in the background.</source>
        <translation>其他程序占用摄像头：无法重新打开时为 -1301；画面变黑，声音继续。黑屏是由 Android 手机在后台的行为推断的。</translation>
    </message>
    <message>
        <source>Aspect ratio of the published picture, given for the vertical orientation. Ignored once video-width and video-height are set (Tencent trtc-wx reference).</source>
        <translation>推流画面的宽高比，按竖屏方向给出。设置 video-width 和 video-height 后忽略（腾讯 trtc-wx 参考）。</translation>
    </message>
    <message>
        <source>Attributes are key=value,... or a file of JSON; {name!r} cannot be read ({reason}).</source>
        <translation>属性应为 key=value,... 或 JSON 文件；无法读取 {name!r}（{reason}）。</translation>
    </message>
    <message>
        <source>Audio buffer length above which the player starts to work the delay off.</source>
        <translation>音频缓冲超过此长度后，播放器开始追赶延迟。</translation>
    </message>
    <message>
        <source>Audio encoder failed</source>
        <translation>音频编码失败</translation>
    </message>
    <message>
        <source>Audio frames waiting to be sent. uni-app types describe it as ms: sources disagree.</source>
        <translation>等待发送的音频帧。uni-app 的类型定义称其单位为 ms：各来源不一致。</translation>
    </message>
    <message>
        <source>Audio sample rate not supported</source>
        <translation>不支持的音频采样率</translation>
    </message>
    <message>
        <source>Automatic focus; false means touch to focus.</source>
        <translation>自动对焦；false 表示点击对焦。</translation>
    </message>
    <message>
        <source>Automatic gain control.</source>
        <translation>自动增益。</translation>
    </message>
    <message>
        <source>Background music could not be loaded</source>
        <translation>背景音乐加载失败</translation>
    </message>
    <message>
        <source>Bitrate of the audio in the stream.</source>
        <translation>流中音频的码率。</translation>
    </message>
    <message>
        <source>Bitrate of the video in the stream.</source>
        <translation>流中视频的码率。</translation>
    </message>
    <message>
        <source>Bitrate the audio encoder is producing.</source>
        <translation>音频编码器当前输出的码率。</translation>
    </message>
    <message>
        <source>Bitrate the video encoder is producing.</source>
        <translation>视频编码器当前输出的码率。</translation>
    </message>
    <message>
        <source>Buffer empty, loading</source>
        <translation>缓冲为空，正在加载</translation>
    </message>
    <message>
        <source>Camera could not be opened</source>
        <translation>打开摄像头失败</translation>
    </message>
    <message>
        <source>Camera on or off. With false the phone sends no camera picture; what is put in its place (nothing, black, last frame) is not documented (unconfirmed).</source>
        <translation>开启或关闭摄像头。为 false 时手机不发送摄像头画面；以什么代替（无画面、黑屏、最后一帧）没有文档说明（未证实）。</translation>
    </message>
    <message>
        <source>Camera opened</source>
        <translation>打开摄像头成功</translation>
    </message>
    <message>
        <source>Camera to open first. Read at start; later changes go through switchCamera() (unconfirmed that the attribute itself is live).</source>
        <translation>首先打开的摄像头。启动时读取；之后通过 switchCamera() 更改（属性本身是否实时生效未证实）。</translation>
    </message>
    <message>
        <source>Camera {label!r}</source>
        <translation>摄像头 {label!r}</translation>
    </message>
    <message>
        <source>Cameras of a PC focus by themselves.</source>
        <translation>PC 的摄像头自行对焦。</translation>
    </message>
    <message>
        <source>Cannot listen on {host}:{port} ({reason}); choose another host or port.</source>
        <translation>无法监听 {host}:{port}（{reason}）；请换一个主机或端口。</translation>
    </message>
    <message>
        <source>Cannot open {name} ({reason}): check the URL.</source>
        <translation>无法打开 {name}（{reason}）：请检查 URL。</translation>
    </message>
    <message>
        <source>Cannot play in mode RTC, the microphone is refused: system permission denied</source>
        <translation>无法以 RTC 模式播放，麦克风被拒绝：system permission denied</translation>
    </message>
    <message>
        <source>Cannot pull {url}: use a URL of {schemes}.</source>
        <translation>无法拉取 {url}：请使用 {schemes} 的 URL。</translation>
    </message>
    <message>
        <source>Cannot read size {text!r}: write WxH or WxH@FPS, such as 1280x720@30.</source>
        <translation>无法识别尺寸 {text!r}：请写成 WxH 或 WxH@FPS，例如 1280x720@30。</translation>
    </message>
    <message>
        <source>Cannot read the task in {path!r} ({error}): check the path.</source>
        <translation>无法读取 {path!r} 中的任务（{error}）：请检查路径。</translation>
    </message>
    <message>
        <source>Cannot record a picture coded as {codec_tag!r}: ask the peer for H.264.</source>
        <translation>无法录制以 {codec_tag!r} 编码的画面：请让对端使用 H.264。</translation>
    </message>
    <message>
        <source>Cannot record a stream coded as {codecs} into an MP4 file: ask the peer for H.264 and AAC.</source>
        <translation>无法将以 {codecs} 编码的流录制为 MP4 文件：请让对端使用 H.264 和 AAC。</translation>
    </message>
    <message>
        <source>Cannot record into {folder!r} ({reason}): choose another folder.</source>
        <translation>无法录制到 {folder!r}（{reason}）：请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Cannot show {name}: its picture is coded as {codec_tag!r}, ask the peer for H.264.</source>
        <translation>无法显示 {name}：其画面以 {codec_tag!r} 编码，请让对端使用 H.264。</translation>
    </message>
    <message>
        <source>Cannot write {path!r} ({reason}): choose another folder.</source>
        <translation>无法写入 {path!r}（{reason}）：请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Cannot write {path!r} any further ({reason}): check the disk.</source>
        <translation>无法继续写入 {path!r}（{reason}）：请检查磁盘。</translation>
    </message>
    <message>
        <source>Cannot write {path!r}: choose another folder to record into.</source>
        <translation>无法写入 {path!r}：请选择其他录制文件夹。</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}. Choose another place.</source>
        <translation>无法写入 {path}：{reason}。请选择其他位置。</translation>
    </message>
    <message>
        <source>Cells {first} to {last} of its stamp are seen, not who sent it.</source>
        <translation>可见其时间戳的第 {first} 到 {last} 格，但看不出由谁发送。</translation>
    </message>
    <message>
        <source>Cells {first} to {last} of its stamp are seen.</source>
        <translation>可见其时间戳的第 {first} 到 {last} 格。</translation>
    </message>
    <message>
        <source>Colour filter applied before encoding.</source>
        <translation>编码前应用的颜色滤镜。</translation>
    </message>
    <message>
        <source>Connected to the push server</source>
        <translation>已经连接推流服务器</translation>
    </message>
    <message>
        <source>Connected to the server</source>
        <translation>已经连接服务器</translation>
    </message>
    <message>
        <source>Connection lost, reconnecting</source>
        <translation>网络断开，正在重连</translation>
    </message>
    <message>
        <source>Connection lost, reconnecting failed, playback stopped</source>
        <translation>网络断开，重连失败，播放停止</translation>
    </message>
    <message>
        <source>Connection lost, reconnecting failed, publishing stopped</source>
        <translation>网络断开，重连失败，推流停止</translation>
    </message>
    <message>
        <source>Connection to the RTMP server failed</source>
        <translation>RTMP 服务器连接失败</translation>
    </message>
    <message>
        <source>DNS lookup failed</source>
        <translation>RTMP DNS 解析失败</translation>
    </message>
    <message>
        <source>Data arrives unevenly</source>
        <translation>网络来包不稳</translation>
    </message>
    <message>
        <source>Deprecated: a phone always mutes in the background.</source>
        <translation>已废弃：手机在后台总是静音。</translation>
    </message>
    <message>
        <source>Distance between two key frames.</source>
        <translation>两个关键帧的间隔。</translation>
    </message>
    <message>
        <source>Do not pull the audio part. Listed by the trtc-wx reference (its wrapper starts with true until the page subscribes) and bound by Tencent samples for room streams. Component default and effect on an rtmp or FLV address unknown (unconfirmed). Here it is received and not decoded.</source>
        <translation>不拉取音频部分。仅见于 trtc-wx 参考（其封装在页面订阅前为 true），腾讯示例用于房间流。组件默认值以及对 rtmp 或 FLV 地址的作用未知（未证实）。此处会接收但不解码。</translation>
    </message>
    <message>
        <source>Do not pull the video part. Same remarks as mute-audio (unconfirmed). Here it is received and not decoded; the last picture stays.</source>
        <translation>不拉取视频部分。说明同 mute-audio（未证实）。此处会接收但不解码；保留最后的画面。</translation>
    </message>
    <message>
        <source>Ear monitoring: what is sent is played, music too, so wear headphones. Bound by Tencent sample pages only, not documented for the component (unconfirmed).</source>
        <translation>耳返：播放所发送的声音，包括音乐，因此请戴耳机。仅见于腾讯示例页面，组件文档未说明（未证实）。</translation>
    </message>
    <message>
        <source>Encoded frame rate. Typed number or string in @tarojs/components.</source>
        <translation>编码帧率。@tarojs/components 中类型为数字或字符串。</translation>
    </message>
    <message>
        <source>Encoding bitrate changed</source>
        <translation>编码码率发生变化</translation>
    </message>
    <message>
        <source>Encoding resolution changed</source>
        <translation>编码分辨率发生变化</translation>
    </message>
    <message>
        <source>Eye enlargement of the custom effect engine; needs custom-effect.</source>
        <translation>自定义特效引擎的大眼；需要 custom-effect。</translation>
    </message>
    <message>
        <source>Face slimming of the custom effect engine; needs custom-effect.</source>
        <translation>自定义特效引擎的瘦脸；需要 custom-effect。</translation>
    </message>
    <message>
        <source>File {path!r} cannot be played: choose a video or sound file.</source>
        <translation>文件 {path!r} 无法播放：请选择视频或音频文件。</translation>
    </message>
    <message>
        <source>File {path!r} does not exist: check the path.</source>
        <translation>文件 {path!r} 不存在：请检查路径。</translation>
    </message>
    <message>
        <source>File {path!r} has no sound there: choose another one.</source>
        <translation>文件 {path!r} 在该处没有声音：请换一个。</translation>
    </message>
    <message>
        <source>First audio frame received</source>
        <translation>收到首个音频帧</translation>
    </message>
    <message>
        <source>First frame captured</source>
        <translation>首帧画面采集完成</translation>
    </message>
    <message>
        <source>First key frame received</source>
        <translation>收到首个视频数据包（关键帧）</translation>
    </message>
    <message>
        <source>First position of the floating window.</source>
        <translation>小窗的初始位置。</translation>
    </message>
    <message>
        <source>First video frame rendered</source>
        <translation>首个视频帧渲染完成</translation>
    </message>
    <message>
        <source>Frame rate of the published stream.</source>
        <translation>推流的帧率。</translation>
    </message>
    <message>
        <source>Frame rate of the stream.</source>
        <translation>流的帧率。</translation>
    </message>
    <message>
        <source>Frames inside the decoder (Android with hardware decoding only).</source>
        <translation>解码器中的帧数（仅 Android 硬件解码）。</translation>
    </message>
    <message>
        <source>Give a stream name (user) to push to.</source>
        <translation>请填写要推送的流名（用户）。</translation>
    </message>
    <message>
        <source>Go full screen when the phone is turned to landscape.</source>
        <translation>手机转为横屏时进入全屏。</translation>
    </message>
    <message>
        <source>Gone to the background</source>
        <translation>进入后台</translation>
    </message>
    <message>
        <source>Hands captured frames to the page through onCustomRendererEvent/createOffscreenCanvas so that it draws the picture that is sent. Spelled in camel case in the official table.</source>
        <translation>通过 onCustomRendererEvent/createOffscreenCanvas 将采集的帧交给页面，由页面绘制所发送的画面。官方表格中以驼峰拼写。</translation>
    </message>
    <message>
        <source>Handshake with the server done, publishing begins</source>
        <translation>与服务器握手完毕，开始推流</translation>
    </message>
    <message>
        <source>Height of the picture in the stream.</source>
        <translation>流中画面的高度。</translation>
    </message>
    <message>
        <source>Height of the published picture.</source>
        <translation>推流画面的高度。</translation>
    </message>
    <message>
        <source>Height of the published stream. Same remarks as video-width.</source>
        <translation>推流的高度。说明同 video-width。</translation>
    </message>
    <message>
        <source>Home button or locked screen: sound and stream go on, capture of the picture stops and the remote side sees black.</source>
        <translation>按主屏幕键或锁屏：声音和流继续，画面采集停止，远端看到黑屏。</translation>
    </message>
    <message>
        <source>Home button or locked screen: the own sound stops being published at once and the picture stands still at that moment; about 36 s later the picture&apos;s stream stops, too. The phone still plays what it receives. The component itself says only 6000, on the player.</source>
        <translation>按主屏幕键或锁屏：自己的声音立即停止推送，画面在那一刻静止；约 36 秒后画面流也停止。手机仍播放收到的内容。组件本身只在播放器上给出 6000。</translation>
    </message>
    <message>
        <source>How the picture is fitted; aspect ratio is always kept.</source>
        <translation>画面的填充方式；始终保持宽高比。</translation>
    </message>
    <message>
        <source>How unevenly packets leave: the smoothed deviation of the send queue&apos;s delay, in ms. The phone&apos;s own formula is not published.</source>
        <translation>数据包发出的不均匀程度：发送队列延迟的平滑偏差，单位 ms。手机自身的公式未公开。</translation>
    </message>
    <message>
        <source>Image {path!r} cannot be read: choose a PNG or JPEG file.</source>
        <translation>图片 {path!r} 无法读取：请选择 PNG 或 JPEG 文件。</translation>
    </message>
    <message>
        <source>Image {path!r} does not exist: check the path.</source>
        <translation>图片 {path!r} 不存在：请检查路径。</translation>
    </message>
    <message>
        <source>Image {path!r} holds no picture: choose a PNG or JPEG file.</source>
        <translation>图片 {path!r} 不含画面：请选择 PNG 或 JPEG 文件。</translation>
    </message>
    <message>
        <source>Image {path!r} is not the one that waiting-image-hash names: correct one of the two.</source>
        <translation>图片 {path!r} 不是 waiting-image-hash 所指的图片：请更正其中之一。</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>被打断</translation>
    </message>
    <message>
        <source>It does not say format {format!r}: save it as golden anew.</source>
        <translation>没有标明格式 {format!r}：请重新保存为基准图。</translation>
    </message>
    <message>
        <source>It is no description of a stage ({error}): save it as golden anew.</source>
        <translation>它不是画面区的描述（{error}）：请重新保存为基准图。</translation>
    </message>
    <message>
        <source>Japanese style</source>
        <translation>日系</translation>
    </message>
    <message>
        <source>Jitter measure, larger is worse; 0 means none according to @tarojs/components.</source>
        <translation>抖动，越大越差；据 @tarojs/components，0 表示没有抖动。</translation>
    </message>
    <message>
        <source>Jitter measure; 0 means none, larger is worse.</source>
        <translation>抖动；0 表示没有，越大越差。</translation>
    </message>
    <message>
        <source>Join a room first.</source>
        <translation>请先加入房间。</translation>
    </message>
    <message>
        <source>KTV</source>
        <translation>KTV</translation>
    </message>
    <message>
        <source>Length of the buffered audio.</source>
        <translation>已缓存音频的长度。</translation>
    </message>
    <message>
        <source>Length of the buffered video.</source>
        <translation>已缓存视频的长度。</translation>
    </message>
    <message>
        <source>Lower bound of the automatic buffer. In RTC mode Tencent says it has no effect, the component page advises 0.2: sources disagree.</source>
        <translation>自动缓冲的下限。腾讯称在 RTC 模式下无效，组件页面建议 0.2：各来源不一致。</translation>
    </message>
    <message>
        <source>Lower bound of the video bitrate adaptation; sets the worst quality. The component page gives no unit, the Tencent tag page says kbps.</source>
        <translation>视频码率自适应的下限；决定最低画质。组件页面未给单位，腾讯标签页写 kbps。</translation>
    </message>
    <message>
        <source>MD5 of the waiting image, used to check the download.</source>
        <translation>等待图片的 MD5，用于校验下载。</translation>
    </message>
    <message>
        <source>Message received</source>
        <translation>收到消息</translation>
    </message>
    <message>
        <source>Messages come faster than pictures: wait before you send another.</source>
        <translation>消息比画面来得快：请等待后再发送。</translation>
    </message>
    <message>
        <source>Microphone could not be opened</source>
        <translation>打开麦克风失败</translation>
    </message>
    <message>
        <source>Microphone on or off. iOS reports 4998 on a change.</source>
        <translation>开启或关闭麦克风。iOS 在变化时报告 4998。</translation>
    </message>
    <message>
        <source>Microphone opened, but no sound arrives</source>
        <translation>麦克风已打开，但没有声音</translation>
    </message>
    <message>
        <source>Microphone released</source>
        <translation>麦克风已停止</translation>
    </message>
    <message>
        <source>Microphone started</source>
        <translation>麦克风启动成功</translation>
    </message>
    <message>
        <source>Microphone switched by enable-mic</source>
        <translation>由 enable-mic 切换麦克风</translation>
    </message>
    <message>
        <source>Microphone {label!r}</source>
        <translation>麦克风 {label!r}</translation>
    </message>
    <message>
        <source>Mirror the published picture (seen by the remote player, not in the local preview). To be replaced by remote-mirror.</source>
        <translation>推流画面镜像（远端播放可见，本地预览不变）。将由 remote-mirror 取代。</translation>
    </message>
    <message>
        <source>Mirroring of the local preview only.</source>
        <translation>仅本地预览的镜像。</translation>
    </message>
    <message>
        <source>Music from {start_ms} to {end_ms} ms is no part of it: use 0 or more, end last.</source>
        <translation>音乐从 {start_ms} 到 {end_ms} ms 不是其中的一段：请使用 0 或更大的值，且结束在后。</translation>
    </message>
    <message>
        <source>Mute switched by muted</source>
        <translation>由 muted 切换静音</translation>
    </message>
    <message>
        <source>Mute what is sent. On its way out in favour of enable-mic. At SDK level muting sends silence instead of dropping the audio track. iOS reports 4999 on a change.</source>
        <translation>对所发送的内容静音。将由 enable-mic 取代。SDK 层的静音发送静音数据，而不去掉音轨。iOS 在变化时报告 4999。</translation>
    </message>
    <message>
        <source>Needs a face model, which Lianmai does not carry.</source>
        <translation>需要人脸模型，Lianmai 没有附带。</translation>
    </message>
    <message>
        <source>Network busy, the uplink is too slow</source>
        <translation>网络状况不佳，上行带宽太小</translation>
    </message>
    <message>
        <source>No host has the name in {name}: check the URL.</source>
        <translation>没有名为 {name} 中所写的主机：请检查 URL。</translation>
    </message>
    <message>
        <source>No host is called {place}: check the address.</source>
        <translation>没有名为 {place} 的主机：请检查地址。</translation>
    </message>
    <message>
        <source>No media arrived from {name} within {seconds:.0f} s: the peer may not be sending yet.</source>
        <translation>{seconds:.0f} 秒内没有从 {name} 收到媒体数据：对端可能尚未发送。</translation>
    </message>
    <message>
        <source>No {kind} is called {name!r}: choose one of {names}.</source>
        <translation>没有名为 {name!r} 的{kind}：请选择 {names} 之一。</translation>
    </message>
    <message>
        <source>No {kind} was found: {advice}.</source>
        <translation>未找到{kind}：{advice}。</translation>
    </message>
    <message>
        <source>Nobody answers at {place}: start the server or check the address.</source>
        <translation>{place} 无人应答：请启动服务器或检查地址。</translation>
    </message>
    <message>
        <source>Noise suppression.</source>
        <translation>噪声抑制。</translation>
    </message>
    <message>
        <source>Nothing answers at {name} within {seconds:.0f} s: check the network.</source>
        <translation>{name} 在 {seconds:.0f} 秒内没有应答：请检查网络。</translation>
    </message>
    <message>
        <source>Nothing answers at {name}: check that the server runs there.</source>
        <translation>{name} 没有应答：请检查服务器是否在那里运行。</translation>
    </message>
    <message>
        <source>Nothing from {name} could be decoded for {seconds:.0f} s: the peer has to start anew.</source>
        <translation>来自 {name} 的数据在 {seconds:.0f} 秒内都无法解码：对端需要重新开始。</translation>
    </message>
    <message>
        <source>Nothing is cast.</source>
        <translation>不进行投屏。</translation>
    </message>
    <message>
        <source>Nothing is published now: send the message later.</source>
        <translation>当前未推流：请稍后再发送消息。</translation>
    </message>
    <message>
        <source>Offset between the newest received video and audio; smaller is better. SDK: difference of their timestamps.</source>
        <translation>最新收到的视频与音频之间的偏移；越小越好。SDK：两者时间戳之差。</translation>
    </message>
    <message>
        <source>Offset between the picture on screen and the sound being played; smaller is better. SDK: difference of their timestamps.</source>
        <translation>屏幕上的画面与正在播放的声音之间的偏移；越小越好。SDK：两者时间戳之差。</translation>
    </message>
    <message>
        <source>Only a picture can carry a message: publish one.</source>
        <translation>只有画面才能携带消息：请推送画面。</translation>
    </message>
    <message>
        <source>Only its owner or the host may do that.</source>
        <translation>只有其所有者或房主可以这样做。</translation>
    </message>
    <message>
        <source>Only the host of the room may do that.</source>
        <translation>只有房主可以这样做。</translation>
    </message>
    <message>
        <source>Orientation of the published picture. vertical gives width &lt; height, horizontal gives width &gt; height with the aspect value inverted (9:16 becomes 16:9, 3:4 becomes 4:3). Changing it while publishing is reported not to work on some phones (community).</source>
        <translation>推流画面的方向。vertical 时宽小于高，horizontal 时宽大于高，且宽高比颠倒（9:16 变为 16:9，3:4 变为 4:3）。据社区反映，部分手机在推流中更改无效。</translation>
    </message>
    <message>
        <source>Output device. ear works only while the call volume is in use, that is in RTC mode (trtc-wx reference). A PC has no earpiece: there ear is 12 dB quieter.</source>
        <translation>输出设备。ear 仅在使用通话音量即 RTC 模式时有效（trtc-wx 参考）。PC 没有听筒：此处 ear 低 12 dB。</translation>
    </message>
    <message>
        <source>Pause when a native page of the host app is opened.</source>
        <translation>打开宿主应用的原生页面时暂停。</translation>
    </message>
    <message>
        <source>Pause when another page of the same mini program is opened.</source>
        <translation>打开同一小程序的其他页面时暂停。</translation>
    </message>
    <message>
        <source>Picture stalls</source>
        <translation>视频播放卡顿</translation>
    </message>
    <message>
        <source>Play as soon as there is an address.</source>
        <translation>一有地址就播放。</translation>
    </message>
    <message>
        <source>Playback begins</source>
        <translation>视频播放开始</translation>
    </message>
    <message>
        <source>Playback ended</source>
        <translation>视频播放结束</translation>
    </message>
    <message>
        <source>Pushing needs an rtmp:// server.</source>
        <translation>推流需要 rtmp:// 服务器。</translation>
    </message>
    <message>
        <source>Quality and latency preset. SD, HD and FHD favour picture and smoothness (broadcast); RTC favours delay and sound and may give up picture quality.</source>
        <translation>画质与延迟的预设。SD、HD、FHD 优先画面和流畅（直播）；RTC 优先延迟和声音，可能牺牲画质。</translation>
    </message>
    <message>
        <source>RTMP handshake failed</source>
        <translation>RTMP 服务器握手失败</translation>
    </message>
    <message>
        <source>RTMP read or write failed, connection dropped</source>
        <translation>RTMP 读/写失败，连接断开</translation>
    </message>
    <message>
        <source>Receive rate. Unit from the MLVB reference; the component page gives none and an SDK header speaks of bytes per second: sources disagree.</source>
        <translation>接收速率。单位取自 MLVB 参考；组件页面未给单位，SDK 头文件写字节每秒：各来源不一致。</translation>
    </message>
    <message>
        <source>Report SEI messages found in the stream (event 2012 at SDK level). Listed by the trtc-wx reference only.</source>
        <translation>报告流中的 SEI 消息（SDK 层的事件 2012）。仅见于 trtc-wx 参考。</translation>
    </message>
    <message>
        <source>Resolution changed</source>
        <translation>视频分辨率改变</translation>
    </message>
    <message>
        <source>Reverb applied to the voice that is sent.</source>
        <translation>对所发送的人声应用混响。</translation>
    </message>
    <message>
        <source>Rotation of the rendered picture. Sources disagree on which value is the picture as sent; vertical is, being the default.</source>
        <translation>所渲染画面的旋转。哪个值表示按原样显示，各来源不一致；vertical 是默认值，故取它。</translation>
    </message>
    <message>
        <source>Same effect as mirror.</source>
        <translation>与 mirror 作用相同。</translation>
    </message>
    <message>
        <source>Say to whom the message goes.</source>
        <translation>请说明消息发给谁。</translation>
    </message>
    <message>
        <source>Screen capture could not start</source>
        <translation>录屏启动失败</translation>
    </message>
    <message>
        <source>Screen capture started</source>
        <translation>录屏启动成功</translation>
    </message>
    <message>
        <source>Screen {label!r}</source>
        <translation>屏幕 {label!r}</translation>
    </message>
    <message>
        <source>Send rate. Unit from the MLVB reference; the component page gives none and an SDK header speaks of bytes per second: sources disagree.</source>
        <translation>发送速率。单位取自 MLVB 参考；组件页面未给单位，SDK 头文件写字节每秒：各来源不一致。</translation>
    </message>
    <message>
        <source>Silence the local output; the stream keeps being pulled (the latter unconfirmed).</source>
        <translation>使本机输出静音；流仍继续拉取（后者未证实）。</translation>
    </message>
    <message>
        <source>Size {size} is odd: H.264 needs even numbers of pixels.</source>
        <translation>尺寸 {size} 为奇数：H.264 需要偶数像素。</translation>
    </message>
    <message>
        <source>Size {size} is out of range: use 1 to 60 frames per second.</source>
        <translation>尺寸 {size} 超出范围：请使用每秒 1 到 60 帧。</translation>
    </message>
    <message>
        <source>Size {size} is out of range: use 64 to 1920 px a side.</source>
        <translation>尺寸 {size} 超出范围：每边请使用 64 到 1920 像素。</translation>
    </message>
    <message>
        <source>Skin smoothing strength. Not available on HarmonyOS.</source>
        <translation>美颜（磨皮）强度。鸿蒙系统不可用。</translation>
    </message>
    <message>
        <source>Skin whitening strength.</source>
        <translation>美白强度。</translation>
    </message>
    <message>
        <source>Smoothing algorithm. Not available on HarmonyOS.</source>
        <translation>磨皮算法。鸿蒙系统不可用。</translation>
    </message>
    <message>
        <source>Smoothing of the custom effect engine; needs custom-effect.</source>
        <translation>自定义特效引擎的磨皮；需要 custom-effect。</translation>
    </message>
    <message>
        <source>Somebody publishes {name!r} already; choose another name or wait.</source>
        <translation>已有人推送 {name!r}；请换一个名称或等待。</translation>
    </message>
    <message>
        <source>Source {kind!r} takes nothing after it, got {detail!r}.</source>
        <translation>来源 {kind!r} 之后不能有内容，却得到 {detail!r}。</translation>
    </message>
    <message>
        <source>Source {text!r} names no file: write {kind}:PATH.</source>
        <translation>来源 {text!r} 没有文件名：请写成 {kind}:PATH。</translation>
    </message>
    <message>
        <source>Start publishing as soon as the component is ready and has an address; otherwise the page calls start().</source>
        <translation>组件就绪且有地址时自动开始推流；否则由页面调用 start()。</translation>
    </message>
    <message>
        <source>Still picture published instead of the camera while the app is in the background. Load failure raises 10004. Tencent: kept up for about 3 minutes at very low bitrate.</source>
        <translation>应用在后台时代替摄像头推送的静态图片。加载失败触发 10004。腾讯：以极低码率保持约 3 分钟。</translation>
    </message>
    <message>
        <source>Stream begins</source>
        <translation>流开始</translation>
    </message>
    <message>
        <source>Suspended by the user, publishing stops</source>
        <translation>被用户挂起，推流停止</translation>
    </message>
    <message>
        <source>TCP connection to the RTMP server failed</source>
        <translation>RTMP 服务器 TCP 连接失败</translation>
    </message>
    <message>
        <source>The JSON of the attributes</source>
        <translation>属性的 JSON</translation>
    </message>
    <message>
        <source>The address to push to is not rtmp://HOST/... or rtmps://HOST/...</source>
        <translation>推流地址不是 rtmp://HOST/... 或 rtmps://HOST/...</translation>
    </message>
    <message>
        <source>The audio packets that wait in the send queue.</source>
        <translation>在发送队列中等待的音频包。</translation>
    </message>
    <message>
        <source>The bits handed to the network in the last two seconds, container included.</source>
        <translation>最近两秒交给网络的比特数，包括封装。</translation>
    </message>
    <message>
        <source>The bits of the audio packets that arrived in the last two seconds.</source>
        <translation>最近两秒到达的音频包的比特数。</translation>
    </message>
    <message>
        <source>The bits of the audio packets that left the encoder in the last two seconds.</source>
        <translation>最近两秒离开编码器的音频包的比特数。</translation>
    </message>
    <message>
        <source>The bits of the video packets that arrived in the last two seconds.</source>
        <translation>最近两秒到达的视频包的比特数。</translation>
    </message>
    <message>
        <source>The bits of the video packets that left the encoder in the last two seconds.</source>
        <translation>最近两秒离开编码器的视频包的比特数。</translation>
    </message>
    <message>
        <source>The bits that arrived in the last two seconds, container included.</source>
        <translation>最近两秒到达的比特数，包括封装。</translation>
    </message>
    <message>
        <source>The call decides what is played.</source>
        <translation>由通话决定播放什么。</translation>
    </message>
    <message>
        <source>The call decides when to publish.</source>
        <translation>由通话决定何时推流。</translation>
    </message>
    <message>
        <source>The camera or screen gives no picture: connect it again or choose another source.</source>
        <translation>摄像头或屏幕没有画面：请重新连接或选择其他来源。</translation>
    </message>
    <message>
        <source>The capsule&apos;s button suspends the mini program: 5000, publishing stops, and the remote side is told that the user has left. Back in front, the room is entered again by itself.</source>
        <translation>胶囊按钮挂起小程序：5000，推流停止，远端得知用户已离开。回到前台后自动重新进房。</translation>
    </message>
    <message>
        <source>The capsule&apos;s button turns the call into a floating window: the user stays in the room, sound goes on, capture of the picture stops and the remote side sees black.</source>
        <translation>胶囊按钮使通话变为小窗：用户留在房间，声音继续，画面采集停止，远端看到黑屏。</translation>
    </message>
    <message>
        <source>The connection to {name} broke ({reason}): pull it again.</source>
        <translation>与 {name} 的连接中断（{reason}）：请重新拉取。</translation>
    </message>
    <message>
        <source>The connection to {place} broke: check the network and the server.</source>
        <translation>与 {place} 的连接中断：请检查网络和服务器。</translation>
    </message>
    <message>
        <source>The file has more than {most_characters} characters: it is no layout.</source>
        <translation>文件超过 {most_characters} 个字符：它不是布局。</translation>
    </message>
    <message>
        <source>The file {name!r} is too large for attributes: choose another.</source>
        <translation>文件 {name!r} 作为属性文件太大：请换一个。</translation>
    </message>
    <message>
        <source>The file {text!r}</source>
        <translation>文件 {text!r}</translation>
    </message>
    <message>
        <source>The floating tile remembers where it was put.</source>
        <translation>小窗会记住上次的位置。</translation>
    </message>
    <message>
        <source>The floating window is closed: 5001, and the room is left; who comes back has to enter again.</source>
        <translation>小窗被关闭：5001，离开房间；回来时须重新进入。</translation>
    </message>
    <message>
        <source>The height of the newest decoded picture.</source>
        <translation>最新解码画面的高度。</translation>
    </message>
    <message>
        <source>The height of the picture in the encoder.</source>
        <translation>编码器中画面的高度。</translation>
    </message>
    <message>
        <source>The key has expired; ask the room for a new address.</source>
        <translation>密钥已过期；请向房间索取新地址。</translation>
    </message>
    <message>
        <source>The key is for something else; ask the room for an address.</source>
        <translation>密钥用于其他用途；请向房间索取地址。</translation>
    </message>
    <message>
        <source>The key is wrong; ask the room for an address.</source>
        <translation>密钥错误；请向房间索取地址。</translation>
    </message>
    <message>
        <source>The length of sound above which the delay is worked off: it follows from min-cache and max-cache.</source>
        <translation>声音超过此长度后开始追赶延迟：由 min-cache 和 max-cache 得出。</translation>
    </message>
    <message>
        <source>The length of the picture received and not yet shown, from its timestamps.</source>
        <translation>已收到但尚未显示的画面长度，由时间戳得出。</translation>
    </message>
    <message>
        <source>The length of the sound received and not yet played, from its samples.</source>
        <translation>已收到但尚未播放的声音长度，由采样数得出。</translation>
    </message>
    <message>
        <source>The link to {server} broke.</source>
        <translation>与 {server} 的连接中断。</translation>
    </message>
    <message>
        <source>The media server has no host; use rtmp://host/app.</source>
        <translation>媒体服务器没有主机名；请使用 rtmp://host/app。</translation>
    </message>
    <message>
        <source>The message has {count} bytes: send 1 to {longest_bytes}.</source>
        <translation>消息有 {count} 字节：请发送 1 到 {longest_bytes} 字节。</translation>
    </message>
    <message>
        <source>The microphone gives no sound: connect it again or choose another source.</source>
        <translation>麦克风没有声音：请重新连接或选择其他来源。</translation>
    </message>
    <message>
        <source>The mix cannot be encoded ({reason}): change its config.</source>
        <translation>混流无法编码（{reason}）：请更改其 config。</translation>
    </message>
    <message>
        <source>The numbers panel shows more.</source>
        <translation>数据面板显示得更多。</translation>
    </message>
    <message>
        <source>The phone reports none for a plain rtmp address, so none is made up.</source>
        <translation>对普通 rtmp 地址手机不报告此值，故不编造。</translation>
    </message>
    <message>
        <source>The phone reports none for plain addresses, so none is made up.</source>
        <translation>对普通地址手机不报告此值，故不编造。</translation>
    </message>
    <message>
        <source>The picture comes from no camera: choose one first.</source>
        <translation>画面不来自摄像头：请先选择摄像头。</translation>
    </message>
    <message>
        <source>The picture does not say where its tiles are: only pixels were compared.</source>
        <translation>图片没有说明各画面的位置：只比较了像素。</translation>
    </message>
    <message>
        <source>The picture is {width_px}x{height_px}, the canvas {canvas_width_px}x{canvas_height_px}: cut the picture to the stage alone.</source>
        <translation>图片为 {width_px}x{height_px}，画布为 {canvas_width_px}x{canvas_height_px}：请将图片裁剪到只剩画面区。</translation>
    </message>
    <message>
        <source>The pictures inside the software decoder; the phone tells it of the hardware decoders of Android only.</source>
        <translation>软件解码器中的画面数；手机只对 Android 硬件解码器报告此值。</translation>
    </message>
    <message>
        <source>The pictures received and not yet shown.</source>
        <translation>已收到但尚未显示的画面数。</translation>
    </message>
    <message>
        <source>The recording has stopped: only {free_mb} MB are free in {folder!r}, make room or choose another folder.</source>
        <translation>录制已停止：{folder!r} 仅剩 {free_mb} MB，请腾出空间或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The room gives the address.</source>
        <translation>地址由房间给出。</translation>
    </message>
    <message>
        <source>The room is full: it holds {members} members.</source>
        <translation>房间已满：最多 {members} 名成员。</translation>
    </message>
    <message>
        <source>The room is full: {limit} peers publish already.</source>
        <translation>房间已满：已有 {limit} 人在推流。</translation>
    </message>
    <message>
        <source>The server cannot serve {name} now ({reason}): try again later.</source>
        <translation>服务器现在无法提供 {name}（{reason}）：请稍后再试。</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>服务器主动断开连接</translation>
    </message>
    <message>
        <source>The server has no stream {name}: the peer may not be sending yet.</source>
        <translation>服务器没有流 {name}：对端可能尚未发送。</translation>
    </message>
    <message>
        <source>The server is full: it holds {rooms} rooms.</source>
        <translation>服务器已满：最多 {rooms} 个房间。</translation>
    </message>
    <message>
        <source>The server refuses {name}: its key is wrong or expired, ask for a new URL.</source>
        <translation>服务器拒绝 {name}：其密钥错误或已过期，请索取新 URL。</translation>
    </message>
    <message>
        <source>The server sent {reason}; it was ignored.</source>
        <translation>服务器发来{reason}；已忽略。</translation>
    </message>
    <message>
        <source>The smoothed deviation of the arrival of packets from their timestamps, in ms. The phone&apos;s own formula is not published.</source>
        <translation>数据包到达时间与其时间戳的平滑偏差，单位 ms。手机自身的公式未公开。</translation>
    </message>
    <message>
        <source>The stage is {width}x{height}, the golden {golden_width}x{golden_height}: give the window the same size.</source>
        <translation>画面区为 {width}x{height}，基准图为 {golden_width}x{golden_height}：请将窗口设为相同尺寸。</translation>
    </message>
    <message>
        <source>The stream ended; waiting for it to come back.</source>
        <translation>流已结束；正在等待它恢复。</translation>
    </message>
    <message>
        <source>The stream has ended; ask the room for a new address.</source>
        <translation>流已结束；请向房间索取新地址。</translation>
    </message>
    <message>
        <source>The stream has to start again to carry a picture.</source>
        <translation>流需要重新开始才能携带画面。</translation>
    </message>
    <message>
        <source>The stream has to start again to carry sound.</source>
        <translation>流需要重新开始才能携带声音。</translation>
    </message>
    <message>
        <source>The task is no JSON: its brackets are nested too deeply.</source>
        <translation>任务不是 JSON：括号嵌套太深。</translation>
    </message>
    <message>
        <source>The task is no JSON: {error}.</source>
        <translation>任务不是 JSON：{error}。</translation>
    </message>
    <message>
        <source>The time between the last two key frames that arrived.</source>
        <translation>最近到达的两个关键帧之间的时间。</translation>
    </message>
    <message>
        <source>The time between the last two key frames that were encoded.</source>
        <translation>最近编码的两个关键帧之间的时间。</translation>
    </message>
    <message>
        <source>The timestamp of the newest picture received less that of the newest sound.</source>
        <translation>最新收到的画面的时间戳减去最新收到的声音的时间戳。</translation>
    </message>
    <message>
        <source>The timestamp of the picture on screen less that of the sound being played.</source>
        <translation>屏幕上画面的时间戳减去正在播放的声音的时间戳。</translation>
    </message>
    <message>
        <source>The token admits an audience member only.</source>
        <translation>令牌只允许以观众身份进入。</translation>
    </message>
    <message>
        <source>The token has expired; get a new one.</source>
        <translation>令牌已过期；请获取新令牌。</translation>
    </message>
    <message>
        <source>The token has expired; renew it first.</source>
        <translation>令牌已过期；请先续期。</translation>
    </message>
    <message>
        <source>The token is for another room or another uid.</source>
        <translation>令牌用于其他房间或其他 uid。</translation>
    </message>
    <message>
        <source>The token is missing or not from this server; get another.</source>
        <translation>令牌缺失或不是此服务器签发；请另行获取。</translation>
    </message>
    <message>
        <source>The user refused the camera</source>
        <translation>用户禁止使用摄像头</translation>
    </message>
    <message>
        <source>The user refused the microphone</source>
        <translation>用户禁止使用录音</translation>
    </message>
    <message>
        <source>The video packets that arrived in the last two seconds, per second.</source>
        <translation>最近两秒到达的视频包数，折合每秒。</translation>
    </message>
    <message>
        <source>The video packets that left the encoder in the last two seconds, per second.</source>
        <translation>最近两秒离开编码器的视频包数，折合每秒。</translation>
    </message>
    <message>
        <source>The video packets that wait in the send queue.</source>
        <translation>在发送队列中等待的视频包。</translation>
    </message>
    <message>
        <source>The visit has not begun or is over.</source>
        <translation>访问尚未开始或已经结束。</translation>
    </message>
    <message>
        <source>The waiting image is an address: give the path of a file.</source>
        <translation>等待图片是一个网址：请给出文件路径。</translation>
    </message>
    <message>
        <source>The width of the newest decoded picture.</source>
        <translation>最新解码画面的宽度。</translation>
    </message>
    <message>
        <source>The width of the picture in the encoder.</source>
        <translation>编码器中画面的宽度。</translation>
    </message>
    <message>
        <source>The {name} volume {volume:g} is out of range: use 0 to 1.</source>
        <translation>{name}音量 {volume:g} 超出范围：请使用 0 到 1。</translation>
    </message>
    <message>
        <source>The {part} cannot be encoded: choose another size or bitrate.</source>
        <translation>{part}无法编码：请选择其他尺寸或码率。</translation>
    </message>
    <message>
        <source>The {part} cannot be encoded: choose another size or source.</source>
        <translation>{part}无法编码：请选择其他尺寸或来源。</translation>
    </message>
    <message>
        <source>There are no pages to leave.</source>
        <translation>没有可离开的页面。</translation>
    </message>
    <message>
        <source>There are no pages to leave; the floating tile has its own button.</source>
        <translation>没有可离开的页面；浮动画面有自己的按钮。</translation>
    </message>
    <message>
        <source>There are no pages to leave; the floating window has its own button.</source>
        <translation>没有可离开的页面；小窗有自己的按钮。</translation>
    </message>
    <message>
        <source>There is no application {wrong!r} here; use &apos;{app}/&lt;name&gt;&apos;.</source>
        <translation>这里没有应用 {wrong!r}；请使用 &apos;{app}/&lt;name&gt;&apos;。</translation>
    </message>
    <message>
        <source>There is no camera but {label!r}: connect another.</source>
        <translation>除 {label!r} 外没有其他摄像头：请再连接一个。</translation>
    </message>
    <message>
        <source>There is no folder {folder!r} to record into.</source>
        <translation>没有可供录制的文件夹 {folder!r}。</translation>
    </message>
    <message>
        <source>There is no link to {shown} now; wait until it is back.</source>
        <translation>当前没有与 {shown} 的连接；请等待恢复。</translation>
    </message>
    <message>
        <source>There is no mini program to refer to.</source>
        <translation>没有可引用的小程序。</translation>
    </message>
    <message>
        <source>There is no page that could draw.</source>
        <translation>没有可进行绘制的页面。</translation>
    </message>
    <message>
        <source>There is no such peer in the room.</source>
        <translation>房间里没有这个成员。</translation>
    </message>
    <message>
        <source>There is nothing to send: choose a source with picture or sound.</source>
        <translation>没有可发送的内容：请选择有画面或声音的来源。</translation>
    </message>
    <message>
        <source>This is no JSON after {name!r}: {reason}.</source>
        <translation>{name!r} 之后不是 JSON：{reason}。</translation>
    </message>
    <message>
        <source>This is no JSON: {reason}.</source>
        <translation>这不是 JSON：{reason}。</translation>
    </message>
    <message>
        <source>This is no layout: it has a number of thousands of digits.</source>
        <translation>这不是布局：其中有上千位的数字。</translation>
    </message>
    <message>
        <source>This is no layout: its brackets are nested too deeply.</source>
        <translation>这不是布局：括号嵌套太深。</translation>
    </message>
    <message>
        <source>This membership is over; join again.</source>
        <translation>此成员身份已结束；请重新加入。</translation>
    </message>
    <message>
        <source>This server wants a key; ask the room for an address.</source>
        <translation>此服务器需要密钥；请向房间索取地址。</translation>
    </message>
    <message>
        <source>This stream is not in the list.</source>
        <translation>此流不在列表中。</translation>
    </message>
    <message>
        <source>To remove yourself, leave.</source>
        <translation>要移除自己，请直接离开。</translation>
    </message>
    <message>
        <source>Too many requests; slow down.</source>
        <translation>请求过多；请放慢速度。</translation>
    </message>
    <message>
        <source>Translucent overlay with metrics and events on top of the preview. In the Tencent tag page, absent from the current component table.</source>
        <translation>在预览上叠加半透明的指标和事件。见于腾讯标签页，不在当前组件表格中。</translation>
    </message>
    <message>
        <source>Translucent overlay with metrics and events. In the Tencent tag page, absent from the current component table.</source>
        <translation>叠加半透明的指标和事件。见于腾讯标签页，不在当前组件表格中。</translation>
    </message>
    <message>
        <source>Turns on the second effect engine (next four attributes); cannot be changed after it is set.</source>
        <translation>开启第二套特效引擎（后面四个属性）；设置后不能更改。</translation>
    </message>
    <message>
        <source>Unknown sound {text!r}: use mic, mic:NAME, tone or silence.</source>
        <translation>未知的声音 {text!r}：请使用 mic、mic:NAME、tone 或 silence。</translation>
    </message>
    <message>
        <source>Unknown source {text!r}: {advice}.</source>
        <translation>未知的来源 {text!r}：{advice}。</translation>
    </message>
    <message>
        <source>Upper bound of the automatic buffer. More buffer = more robust, more delay. In RTC mode Tencent says it has no effect, the component page advises 0.8: sources disagree.</source>
        <translation>自动缓冲的上限。缓冲越大越稳定，延迟也越大。腾讯称在 RTC 模式下无效，组件页面建议 0.8：各来源不一致。</translation>
    </message>
    <message>
        <source>Upper bound of the video bitrate adaptation; sets the best quality. Values above about 1800 are reported to have no effect (community, 2020).</source>
        <translation>视频码率自适应的上限；决定最高画质。据反映超过约 1800 后没有作用（社区，2020 年）。</translation>
    </message>
    <message>
        <source>Video decoder started</source>
        <translation>视频解码器启动</translation>
    </message>
    <message>
        <source>Video encoder failed</source>
        <translation>视频编码失败</translation>
    </message>
    <message>
        <source>Video encoder started</source>
        <translation>视频编码器启动</translation>
    </message>
    <message>
        <source>Video frames waiting to be sent. uni-app types describe it as ms: sources disagree.</source>
        <translation>等待发送的视频帧。uni-app 的类型定义称其单位为 ms：各来源不一致。</translation>
    </message>
    <message>
        <source>Video is discontinuous, frames were lost</source>
        <translation>当前视频不连续，有丢帧</translation>
    </message>
    <message>
        <source>Video resolution not supported</source>
        <translation>不支持的视频分辨率</translation>
    </message>
    <message>
        <source>Voice changer. 5 (having a cold) exists in the SDK but is left out of the component list.</source>
        <translation>变声。5（感冒）存在于 SDK，但组件列表未列出。</translation>
    </message>
    <message>
        <source>Waiting image could not be loaded</source>
        <translation>等待图片加载失败</translation>
    </message>
    <message>
        <source>WeChat is swiped away: nothing is said any longer, connections break without a goodbye, and the room notices by its own timeout.</source>
        <translation>微信被划掉：不再有任何通知，连接不辞而别，房间靠自身的超时发现。</translation>
    </message>
    <message>
        <source>What answers at {name} does not speak {language}: check the URL.</source>
        <translation>{name} 的应答方不使用 {language}：请检查 URL。</translation>
    </message>
    <message>
        <source>What to play. Only FLV and RTMP; HLS is not accepted.</source>
        <translation>播放地址。仅支持 FLV 和 RTMP；不接受 HLS。</translation>
    </message>
    <message>
        <source>What {name} sends is no FLV stream: check the URL.</source>
        <translation>{name} 发来的不是 FLV 流：请检查 URL。</translation>
    </message>
    <message>
        <source>Where to publish. Only RTMP is documented. An address can be held by one publisher at a time; a second publisher is refused (see 3004). The value room:// also exists for the vendor&apos;s room service and is out of scope for an RTMP peer.</source>
        <translation>推流地址。文档仅说明 RTMP。一个地址同一时间只能由一方推流；第二方会被拒绝（见 3004）。room:// 用于厂商的房间服务，不在 RTMP 对端的范围内。</translation>
    </message>
    <message>
        <source>Whether an HTTP referrer is sent with the request; with origin it is https://servicewechat.com/{appid}/{version}/page-frame.html.</source>
        <translation>请求是否携带 HTTP referrer；为 origin 时是 https://servicewechat.com/{appid}/{version}/page-frame.html。</translation>
    </message>
    <message>
        <source>Whether to stop sending sound in the background. Marked deprecated: the client now always mutes in the background.</source>
        <translation>进入后台时是否停止发送声音。已标为废弃：客户端现在在后台总是静音。</translation>
    </message>
    <message>
        <source>Whether to stop the sound in the background. Deprecated: the client always mutes in the background.</source>
        <translation>进入后台时是否停止声音。已废弃：客户端在后台总是静音。</translation>
    </message>
    <message>
        <source>Which page navigations turn the component into a small floating window.</source>
        <translation>哪些页面跳转使组件变为小窗。</translation>
    </message>
    <message>
        <source>Which page navigations turn the player into a small floating window.</source>
        <translation>哪些页面跳转使播放器变为小窗。</translation>
    </message>
    <message>
        <source>Which phone volume (media or call) is used. Default auto on the component page; voicecall in @tarojs/components and in trtc-wx: sources disagree. No meaning on a PC.</source>
        <translation>使用手机的哪种音量（媒体或通话）。组件页面默认 auto；@tarojs/components 和 trtc-wx 中为 voicecall：各来源不一致。在 PC 上没有意义。</translation>
    </message>
    <message>
        <source>Whitening of the custom effect engine; needs custom-effect.</source>
        <translation>自定义特效引擎的美白；需要 custom-effect。</translation>
    </message>
    <message>
        <source>Width of the picture in the stream.</source>
        <translation>流中画面的宽度。</translation>
    </message>
    <message>
        <source>Width of the published picture (hardware encoders round up to a multiple of 16, for example 368 or 544).</source>
        <translation>推流画面的宽度（硬件编码器向上取 16 的倍数，例如 368 或 544）。</translation>
    </message>
    <message>
        <source>Width of the published stream. Reported as ignored in SD/HD/FHD and capped at 720p (community).</source>
        <translation>推流的宽度。据反映在 SD/HD/FHD 下被忽略，且上限为 720p（社区）。</translation>
    </message>
    <message>
        <source>a message that is not JSON-RPC 2.0</source>
        <translation>不是 JSON-RPC 2.0 的消息</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>across</source>
        <translation>横屏</translation>
    </message>
    <message>
        <source>aesthetic</source>
        <translation>唯美</translation>
    </message>
    <message>
        <source>an answer to nothing</source>
        <translation>没有对应请求的应答</translation>
    </message>
    <message>
        <source>an event {name!r} that cannot be understood</source>
        <translation>无法理解的事件 {name!r}</translation>
    </message>
    <message>
        <source>another program has taken the camera</source>
        <translation>其他程序占用了摄像头</translation>
    </message>
    <message>
        <source>area filled, overflow cut off</source>
        <translation>填满区域，超出部分裁剪</translation>
    </message>
    <message>
        <source>as sent</source>
        <translation>按原样</translation>
    </message>
    <message>
        <source>attempt {attempt}, {reason}</source>
        <translation>第 {attempt} 次尝试，{reason}</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>blue tone</source>
        <translation>蓝调</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>both mirrored</source>
        <translation>都镜像</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>直播</translation>
    </message>
    <message>
        <source>call volume</source>
        <translation>通话音量</translation>
    </message>
    <message>
        <source>call, lower delay</source>
        <translation>通话，延迟更低</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>cannot be opened: connect it again</source>
        <translation>无法打开：请重新连接</translation>
    </message>
    <message>
        <source>cannot be reached ({reason}); check network and address.</source>
        <translation>无法连接（{reason}）；请检查网络和地址。</translation>
    </message>
    <message>
        <source>cannot be reached; start the server there, or correct host and port.</source>
        <translation>无法连接；请在那里启动服务器，或更正主机和端口。</translation>
    </message>
    <message>
        <source>canvas: it is missing: write {&quot;canvas&quot;: {&quot;width&quot;: …, &quot;height&quot;: …}}.</source>
        <translation>canvas：缺少此项：请写 {&quot;canvas&quot;: {&quot;width&quot;: …, &quot;height&quot;: …}}。</translation>
    </message>
    <message>
        <source>cherry red</source>
        <translation>樱红</translation>
    </message>
    <message>
        <source>choose another source</source>
        <translation>选择其他来源</translation>
    </message>
    <message>
        <source>connect one, or choose the test pattern</source>
        <translation>请连接一个，或选择测试图案</translation>
    </message>
    <message>
        <source>connect one, or choose the tone or silence</source>
        <translation>请连接一个，或选择测试音或静音</translation>
    </message>
    <message>
        <source>cool</source>
        <translation>清凉</translation>
    </message>
    <message>
        <source>cut to its tile, its picture loses the stamp</source>
        <translation>其画面按格裁剪后失去时间戳</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>低沉</translation>
    </message>
    <message>
        <source>does not answer within {seconds:g} s; check host and port.</source>
        <translation>在 {seconds:g} 秒内没有应答；请检查主机和端口。</translation>
    </message>
    <message>
        <source>does not speak TLS; try ws:// instead of wss://, or another port.</source>
        <translation>不使用 TLS；请将 wss:// 改为 ws://，或换一个端口。</translation>
    </message>
    <message>
        <source>ear piece; on a PC quieter, in mode RTC only</source>
        <translation>听筒；在 PC 上声音较小，仅限 RTC 模式</translation>
    </message>
    <message>
        <source>ethereal</source>
        <translation>空灵</translation>
    </message>
    <message>
        <source>first camera</source>
        <translation>第一个摄像头</translation>
    </message>
    <message>
        <source>foreigner</source>
        <translation>外国人</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>frames/s</source>
        <translation>帧/秒</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>清新</translation>
    </message>
    <message>
        <source>front camera mirrored, back camera not</source>
        <translation>前置镜像，后置不镜像</translation>
    </message>
    <message>
        <source>gives nothing in a form that can be used</source>
        <translation>没有给出可用的格式</translation>
    </message>
    <message>
        <source>great hall</source>
        <translation>大会堂</translation>
    </message>
    <message>
        <source>has a certificate that is not trusted ({reason}); fix it there.</source>
        <translation>的证书不受信任（{reason}）；请在那里修正。</translation>
    </message>
    <message>
        <source>has an unknown host name; correct it.</source>
        <translation>的主机名未知；请更正。</translation>
    </message>
    <message>
        <source>heavy machinery</source>
        <translation>重机械</translation>
    </message>
    <message>
        <source>heavy metal</source>
        <translation>重金属</translation>
    </message>
    <message>
        <source>heavy voice</source>
        <translation>死肥仔</translation>
    </message>
    <message>
        <source>high = 48 kHz, low = 16 kHz. The Tencent tag page gives low as the default: sources disagree. low is said to add delay.</source>
        <translation>high = 48 kHz，low = 16 kHz。腾讯标签页给出的默认值是 low：各来源不一致。据称 low 会增加延迟。</translation>
    </message>
    <message>
        <source>high-efficiency AAC is not at hand, so plain AAC is sent.</source>
        <translation>没有可用的高效 AAC，因此发送普通 AAC。</translation>
    </message>
    <message>
        <source>is cut to its tile</source>
        <translation>被裁剪到画面格</translation>
    </message>
    <message>
        <source>is gone: connect it again</source>
        <translation>已断开：请重新连接</translation>
    </message>
    <message>
        <source>is in use by another program: close that one</source>
        <translation>正被其他程序使用：请关闭该程序</translation>
    </message>
    <message>
        <source>is not a room server; correct host and port.</source>
        <translation>不是房间服务器；请更正主机和端口。</translation>
    </message>
    <message>
        <source>is not allowed to be used: permit it in the system&apos;s privacy settings</source>
        <translation>不允许使用：请在系统的隐私设置中授权</translation>
    </message>
    <message>
        <source>is not cut any more</source>
        <translation>不再被裁剪</translation>
    </message>
    <message>
        <source>it has more than {longest_url} characters.</source>
        <translation>超过 {longest_url} 个字符。</translation>
    </message>
    <message>
        <source>it is missing: say whose tile this is.</source>
        <translation>缺少此项：请说明这是谁的画面。</translation>
    </message>
    <message>
        <source>it is missing: write the address of a picture.</source>
        <translation>缺少此项：请填写图片地址。</translation>
    </message>
    <message>
        <source>it starts with neither rtmp:// nor rtmps://.</source>
        <translation>既不以 rtmp:// 也不以 rtmps:// 开头。</translation>
    </message>
    <message>
        <source>its name is not that of a picture: use PNG or JPEG.</source>
        <translation>从名称看不是图片：请使用 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>its stamp lies under uid {uid}</source>
        <translation>其时间戳被 uid {uid} 遮住</translation>
    </message>
    <message>
        <source>its value</source>
        <translation>其值</translation>
    </message>
    <message>
        <source>kbps</source>
        <translation>kbps</translation>
    </message>
    <message>
        <source>line {line}: {item}: {reason}</source>
        <translation>第 {line} 行：{item}：{reason}</translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation>第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>live = smoothness first, buffer between min-cache and max-cache. RTC = delay control and, with the vendor&apos;s signed rtmp address, a UDP link; aims at about 500 ms. RTC needs the microphone permission of the host app (Tencent IoT sample).</source>
        <translation>live = 流畅优先，缓冲在 min-cache 与 max-cache 之间。RTC = 控制延迟，使用厂商签名的 rtmp 地址时走 UDP 链路；目标约 500 ms。RTC 需要宿主应用的麦克风权限（腾讯 IoT 示例）。</translation>
    </message>
    <message>
        <source>loud and clear</source>
        <translation>洪亮</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>magnetic</source>
        <translation>磁性</translation>
    </message>
    <message>
        <source>media volume</source>
        <translation>媒体音量</translation>
    </message>
    <message>
        <source>metallic</source>
        <translation>金属声</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>music</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>natural</source>
        <translation>自然</translation>
    </message>
    <message>
        <source>naughty child</source>
        <translation>熊孩子</translation>
    </message>
    <message>
        <source>neither mirrored</source>
        <translation>都不镜像</translation>
    </message>
    <message>
        <source>no file name</source>
        <translation>不是文件名</translation>
    </message>
    <message>
        <source>nobody in the room has it: the tile stays empty.</source>
        <translation>房间里没有人使用它：画面格将保持空白。</translation>
    </message>
    <message>
        <source>nobody with this uid sends anything: check the uid.</source>
        <translation>没有使用此 uid 的人在发送：请检查 uid。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none/standard</source>
        <translation>无/标准</translation>
    </message>
    <message>
        <source>nostalgic</source>
        <translation>怀旧</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>on going back</source>
        <translation>返回上一页时</translation>
    </message>
    <message>
        <source>on opening a page</source>
        <translation>打开新页面时</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>{names} 之一</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>粉嫩</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>refuses connections; start the server there, or correct the port.</source>
        <translation>拒绝连接；请在那里启动服务器，或更正端口。</translation>
    </message>
    <message>
        <source>romantic</source>
        <translation>浪漫</translation>
    </message>
    <message>
        <source>room</source>
        <translation>房间名</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>second camera</source>
        <translation>第二个摄像头</translation>
    </message>
    <message>
        <source>shows a picture</source>
        <translation>显示画面</translation>
    </message>
    <message>
        <source>shows no picture</source>
        <translation>没有显示画面</translation>
    </message>
    <message>
        <source>small room</source>
        <translation>小房间</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>光滑</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>strong current</source>
        <translation>强电流</translation>
    </message>
    <message>
        <source>takes no more connections now; try again later.</source>
        <translation>现在不再接受连接；请稍后再试。</translation>
    </message>
    <message>
        <source>task {task_id!r} is there already: update or remove it.</source>
        <translation>任务 {task_id!r} 已存在：请更新或移除它。</translation>
    </message>
    <message>
        <source>text of up to {longest_text} characters</source>
        <translation>最多 {longest_text} 个字符的文本</translation>
    </message>
    <message>
        <source>the mini program&apos;s page</source>
        <translation>小程序的页面</translation>
    </message>
    <message>
        <source>the unknown event {name!r}</source>
        <translation>未知事件 {name!r}</translation>
    </message>
    <message>
        <source>the {what} is off by {dx:+d} px across and {dy:+d} px down</source>
        <translation>{what}横向偏移 {dx:+d} 像素、纵向偏移 {dy:+d} 像素</translation>
    </message>
    <message>
        <source>the {what} is {width}x{height} instead of {before_width}x{before_height}</source>
        <translation>{what}为 {width}x{height} 而非 {before_width}x{before_height}</translation>
    </message>
    <message>
        <source>there is no task {task_id!r}: there are {known}.</source>
        <translation>没有任务 {task_id!r}：现有 {known}。</translation>
    </message>
    <message>
        <source>there may be {most_tasks} tasks at a time: remove one before {task_id!r}.</source>
        <translation>同时最多 {most_tasks} 个任务：请先移除一个，再添加 {task_id!r}。</translation>
    </message>
    <message>
        <source>this is no object: write one in braces.</source>
        <translation>这不是对象：请写成花括号中的对象。</translation>
    </message>
    <message>
        <source>tile</source>
        <translation>画面格</translation>
    </message>
    <message>
        <source>trapped beast</source>
        <translation>困兽</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>turned 270 degrees clockwise</source>
        <translation>顺时针旋转 270 度</translation>
    </message>
    <message>
        <source>uid</source>
        <translation>uid</translation>
    </message>
    <message>
        <source>uid {below} lies over uid {above}, but should lie under it.</source>
        <translation>uid {below} 在 uid {above} 之上，但应在其下。</translation>
    </message>
    <message>
        <source>uid {uid} cannot be checked: {reason}.</source>
        <translation>无法检查 uid {uid}：{reason}。</translation>
    </message>
    <message>
        <source>uid {uid} differs in size by {dw:+g} px in width and {dh:+g} px in height.</source>
        <translation>uid {uid} 的尺寸相差宽 {dw:+g} 像素、高 {dh:+g} 像素。</translation>
    </message>
    <message>
        <source>uid {uid} is missing: no stamp of sender {sender} is there, though a picture of another shape, cut to this tile, would lose it.</source>
        <translation>缺少 uid {uid}：没有发送方 {sender} 的时间戳，不过其他比例的画面裁剪到此格时会失去时间戳。</translation>
    </message>
    <message>
        <source>uid {uid} is missing: no stamp of sender {sender} is there.</source>
        <translation>缺少 uid {uid}：没有发送方 {sender} 的时间戳。</translation>
    </message>
    <message>
        <source>uid {uid} is off its place by {dx:+g} px across and {dy:+g} px down and differs in size by {dw:+g} px in width and {dh:+g} px in height.</source>
        <translation>uid {uid} 横向偏移 {dx:+g} 像素、纵向偏移 {dy:+g} 像素，且尺寸相差宽 {dw:+g} 像素、高 {dh:+g} 像素。</translation>
    </message>
    <message>
        <source>uid {uid} is off its place by {dx:+g} px across and {dy:+g} px down.</source>
        <translation>uid {uid} 横向偏移 {dx:+g} 像素、纵向偏移 {dy:+g} 像素。</translation>
    </message>
    <message>
        <source>uncle</source>
        <translation>大叔</translation>
    </message>
    <message>
        <source>upright</source>
        <translation>竖屏</translation>
    </message>
    <message>
        <source>use camera, camera:NAME, pattern, pattern:WxH@FPS, file:PATH, screen, image:PATH or none, and after a comma mic, mic:NAME, tone or silence</source>
        <translation>请使用 camera、camera:NAME、pattern、pattern:WxH@FPS、file:PATH、screen、image:PATH 或 none，逗号后使用 mic、mic:NAME、tone 或 silence</translation>
    </message>
    <message>
        <source>users[{other}] has it already: give each member one tile.</source>
        <translation>users[{other}] 已使用它：每名成员只能有一个画面。</translation>
    </message>
    <message>
        <source>whitening</source>
        <translation>美白</translation>
    </message>
    <message>
        <source>whole picture visible, black bars</source>
        <translation>完整显示画面，留黑边</translation>
    </message>
    <message>
        <source>write 1 to 64 letters, digits and underscores in quotes.</source>
        <translation>请在引号中写 1 到 64 个字母、数字或下划线。</translation>
    </message>
    <message>
        <source>write a text in quotes here.</source>
        <translation>请在此写引号中的文本。</translation>
    </message>
    <message>
        <source>write a text of up to {most_bytes} bytes in quotes.</source>
        <translation>请在引号中写最多 {most_bytes} 字节的文本。</translation>
    </message>
    <message>
        <source>write an address of up to {longest_url} characters.</source>
        <translation>请填写最多 {longest_url} 个字符的地址。</translation>
    </message>
    <message>
        <source>write an object in braces here.</source>
        <translation>请在此写花括号中的对象。</translation>
    </message>
    <message>
        <source>write the rtmp:// address to push to, or set record.</source>
        <translation>请填写要推送到的 rtmp:// 地址，或设置 record。</translation>
    </message>
    <message>
        <source>young girl</source>
        <translation>萝莉</translation>
    </message>
    <message>
        <source>{attribute} cannot be {shown}: it must be {allowed}.</source>
        <translation>{attribute} 不能是{shown}：必须是{allowed}。</translation>
    </message>
    <message>
        <source>{color} is not between 0 and {most_color}, which is 65536 R + 256 G + B.</source>
        <translation>{color} 不在 0 到 {most_color} 之间，即 65536 R + 256 G + B。</translation>
    </message>
    <message>
        <source>{component} has no attribute {name!r}: did you mean {nearest!r}?</source>
        <translation>{component} 没有属性 {name!r}：你是指 {nearest!r} 吗？</translation>
    </message>
    <message>
        <source>{device} gives nothing that can be used: choose another source.</source>
        <translation>{device} 没有给出可用的内容：请选择其他来源。</translation>
    </message>
    <message>
        <source>{device} has stopped: connect it again or choose another source.</source>
        <translation>{device} 已停止：请重新连接或选择其他来源。</translation>
    </message>
    <message>
        <source>{device} {reason}, or choose another source.</source>
        <translation>{device} {reason}，或选择其他来源。</translation>
    </message>
    <message>
        <source>{different} pixels ({percent:.2f} %) around the pictures differ by more than {level}, all within {width}x{height} at {x}, {y}.</source>
        <translation>画面以外有 {different} 个像素（{percent:.2f} %）相差超过 {level}，全部位于 {x}, {y} 处的 {width}x{height} 范围内。</translation>
    </message>
    <message>
        <source>{first} or {rest}</source>
        <translation>{first} 或 {rest}</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <translation>{first}，{rest}</translation>
    </message>
    <message>
        <source>{found} is neither true nor false.</source>
        <translation>{found} 既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>{found} is no colour: write 65536 R + 256 G + B, 0 to {most_color}, or #rrggbb.</source>
        <translation>{found} 不是颜色：请写 65536 R + 256 G + B，0 到 {most_color}，或 #rrggbb。</translation>
    </message>
    <message>
        <source>{found} is no text in quotes.</source>
        <translation>{found} 不是引号中的文本。</translation>
    </message>
    <message>
        <source>{found} is no user id.</source>
        <translation>{found} 不是用户 id。</translation>
    </message>
    <message>
        <source>{found} is not a number.</source>
        <translation>{found} 不是数字。</translation>
    </message>
    <message>
        <source>{found} is not a whole number of px.</source>
        <translation>{found} 不是整数像素。</translation>
    </message>
    <message>
        <source>{found} is not {known}.</source>
        <translation>{found} 不是 {known}。</translation>
    </message>
    <message>
        <source>{gap_ms:.0f} ms without a new picture</source>
        <translation>{gap_ms:.0f} ms 没有新画面</translation>
    </message>
    <message>
        <source>{item}: {reason}</source>
        <translation>{item}：{reason}</translation>
    </message>
    <message>
        <source>{low_name} {low:g} is above {high_name} {high:g}: lower one or raise the other.</source>
        <translation>{low_name} {low:g} 大于 {high_name} {high:g}：请调低前者或调高后者。</translation>
    </message>
    <message>
        <source>{message}: {detail}</source>
        <translation>{message}：{detail}</translation>
    </message>
    <message>
        <source>{ms} ms late</source>
        <translation>迟到 {ms} ms</translation>
    </message>
    <message>
        <source>{name} has sent nothing for {seconds:.0f} s: wait, or pull it again.</source>
        <translation>{name} 已 {seconds:.0f} 秒没有发送任何数据：请等待，或重新拉取。</translation>
    </message>
    <message>
        <source>{name}: no picture is seen where the golden has one.</source>
        <translation>{name}：基准图有画面之处没有看到画面。</translation>
    </message>
    <message>
        <source>{name}: the tile is missing.</source>
        <translation>{name}：缺少此画面格。</translation>
    </message>
    <message>
        <source>{name}: this tile is not in the golden.</source>
        <translation>{name}：基准图中没有此画面格。</translation>
    </message>
    <message>
        <source>{name}: {differences}, unlike the golden.</source>
        <translation>{name}：{differences}，与基准图不同。</translation>
    </message>
    <message>
        <source>{number} from {low:g} to {high:g}</source>
        <translation>{low:g} 到 {high:g} 的{number}</translation>
    </message>
    <message>
        <source>{other} covers part of it.</source>
        <translation>{other} 遮住它的一部分。</translation>
    </message>
    <message>
        <source>{other} hides it.</source>
        <translation>{other} 把它完全遮住。</translation>
    </message>
    <message>
        <source>{path!r} is a folder: choose a PNG or JPEG file.</source>
        <translation>{path!r} 是文件夹：请选择 PNG 或 JPEG 文件。</translation>
    </message>
    <message>
        <source>{path!r} is a folder: choose a video or sound file.</source>
        <translation>{path!r} 是文件夹：请选择视频或音频文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read: check the path.</source>
        <translation>无法读取 {path}：请检查路径。</translation>
    </message>
    <message>
        <source>{path} is no golden: there is no {beside} beside it.</source>
        <translation>{path} 不是基准图：旁边没有 {beside}。</translation>
    </message>
    <message>
        <source>{piece!r} has no name: write NAME{rest}.</source>
        <translation>{piece!r} 没有名称：请写成 NAME{rest}。</translation>
    </message>
    <message>
        <source>{piece!r} has no value: write {piece}=VALUE.</source>
        <translation>{piece!r} 没有值：请写成 {piece}=VALUE。</translation>
    </message>
    <message>
        <source>{place} cannot be reached over RTMP: check the address and the network.</source>
        <translation>无法通过 RTMP 连接 {place}：请检查地址和网络。</translation>
    </message>
    <message>
        <source>{place} does not answer within {seconds:.0f} s: check that it speaks RTMP.</source>
        <translation>{place} 在 {seconds:.0f} 秒内没有应答：请检查它是否支持 RTMP。</translation>
    </message>
    <message>
        <source>{place} does not answer within {seconds:.0f} s: check the address.</source>
        <translation>{place} 在 {seconds:.0f} 秒内没有应答：请检查地址。</translation>
    </message>
    <message>
        <source>{place} does not answer within {seconds:.0f} s: try another server.</source>
        <translation>{place} 在 {seconds:.0f} 秒内没有应答：请换一个服务器。</translation>
    </message>
    <message>
        <source>{place} has ended the stream: ask for a new address.</source>
        <translation>{place} 已结束此流：请索取新地址。</translation>
    </message>
    <message>
        <source>{place} has taken no data for {seconds:.0f} s: check the network.</source>
        <translation>{place} 已 {seconds:.0f} 秒没有接收数据：请检查网络。</translation>
    </message>
    <message>
        <source>{place} hung up before the stream began: check the address.</source>
        <translation>{place} 在流开始前断开：请检查地址。</translation>
    </message>
    <message>
        <source>{place} refuses the connection: check the application in the address.</source>
        <translation>{place} 拒绝连接：请检查地址中的应用名。</translation>
    </message>
    <message>
        <source>{place} refuses the stream: its name is taken, or its key is wrong or expired.</source>
        <translation>{place} 拒绝此流：名称已被占用，或密钥错误或过期。</translation>
    </message>
    <message>
        <source>{server} answers {request} with something else; it is no room server of ours.</source>
        <translation>{server} 对 {request} 的应答不符；它不是我们的房间服务器。</translation>
    </message>
    <message>
        <source>{server} closed the link (code {code}).</source>
        <translation>{server} 关闭了连接（代码 {code}）。</translation>
    </message>
    <message>
        <source>{server} does not answer {name} within {seconds:g} s; it may be busy, or no room server of ours.</source>
        <translation>{server} 在 {seconds:g} 秒内没有应答 {name}；它可能繁忙，或不是我们的房间服务器。</translation>
    </message>
    <message>
        <source>{server} fell silent.</source>
        <translation>{server} 不再有响应。</translation>
    </message>
    <message>
        <source>{server} is not a server address; use ws://host:port for a room server or rtmp://host/app for a media server.</source>
        <translation>{server} 不是服务器地址；房间服务器请用 ws://host:port，媒体服务器请用 rtmp://host/app。</translation>
    </message>
    <message>
        <source>{server} leaves too many requests unanswered; try again later.</source>
        <translation>{server} 有太多请求未应答；请稍后再试。</translation>
    </message>
    <message>
        <source>{server} was left.</source>
        <translation>已离开 {server}。</translation>
    </message>
    <message>
        <source>{server} {reason}</source>
        <translation>{server} {reason}</translation>
    </message>
    <message>
        <source>{shown!r} is not the address of a room server; use ws://host:port.</source>
        <translation>{shown!r} 不是房间服务器的地址；请使用 ws://host:port。</translation>
    </message>
    <message>
        <source>{shown} cannot be reached any more.</source>
        <translation>{shown} 已无法连接。</translation>
    </message>
    <message>
        <source>{side} is not between 1 and {most_px}.</source>
        <translation>{side} 不在 1 到 {most_px} 之间。</translation>
    </message>
    <message>
        <source>{side} shows nothing: use 1 or more.</source>
        <translation>{side} 显示不了任何内容：请使用 1 或更大的值。</translation>
    </message>
    <message>
        <source>{span} {unit}</source>
        <translation>{span}，单位 {unit}</translation>
    </message>
    <message>
        <source>{start} to {end} leaves the canvas, which goes from 0 to {most}.</source>
        <translation>{start} 到 {end} 超出画布，画布范围为 0 到 {most}。</translation>
    </message>
    <message>
        <source>{uid} does not publish that.</source>
        <translation>{uid} 没有推送该内容。</translation>
    </message>
    <message>
        <source>{url!r} is too large: use a picture of the canvas&apos;s size.</source>
        <translation>{url!r} 太大：请使用与画布同尺寸的图片。</translation>
    </message>
    <message>
        <source>{url} gives no picture: check the address.</source>
        <translation>{url} 没有给出图片：请检查地址。</translation>
    </message>
    <message>
        <source>{url} holds no picture: use PNG or JPEG.</source>
        <translation>{url} 不含图片：请使用 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>{value} is neither true nor false.</source>
        <translation>{value} 既不是 true 也不是 false。</translation>
    </message>
    <message>
        <source>{value} is none of {known}.</source>
        <translation>{value} 不是 {known} 之一。</translation>
    </message>
    <message>
        <source>{value} is not a number from {low:g} to {high:g}.</source>
        <translation>{value} 不是 {low:g} 到 {high:g} 的数字。</translation>
    </message>
    <message>
        <source>{value} is not a whole number from {low} to {high}.</source>
        <translation>{value} 不是 {low} 到 {high} 的整数。</translation>
    </message>
    <message>
        <source>{what} cannot be read as JSON ({error}).</source>
        <translation>{what}无法作为 JSON 读取（{error}）。</translation>
    </message>
    <message>
        <source>{what} has to be an object: {{&quot;name&quot;: value, ...}}.</source>
        <translation>{what}必须是对象：{{&quot;name&quot;: value, ...}}。</translation>
    </message>
    <message>
        <source>{who} is shown, {width}x{height} at {x}, {y}, but the layout has none.</source>
        <translation>{who}显示为 {width}x{height}，位于 {x}, {y}，但布局中没有。</translation>
    </message>
    <message>
        <source>{why} {errors}</source>
        <translation>{why} {errors}</translation>
    </message>
    <message>
        <source>{z_order} is not between 0 and {most_z}.</source>
        <translation>{z_order} 不在 0 到 {most_z} 之间。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close panel</source>
        <translation>关闭面板</translation>
    </message>
</context>
<context>
    <name>Situations</name>
    <message>
        <source>Android</source>
        <translation>Android</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>后台</translation>
    </message>
    <message>
        <source>Black is sent instead of the picture</source>
        <translation>以黑色画面代替发送</translation>
    </message>
    <message>
        <source>Camera refused</source>
        <translation>拒绝摄像头</translation>
    </message>
    <message>
        <source>Camera taken away</source>
        <translation>摄像头被占用</translation>
    </message>
    <message>
        <source>Everything ends without a goodbye</source>
        <translation>一切不告而终</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>悬浮</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>强行结束</translation>
    </message>
    <message>
        <source>Microphone refused</source>
        <translation>拒绝麦克风</translation>
    </message>
    <message>
        <source>No picture is sent any more</source>
        <translation>不再发送画面</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Publishing stops</source>
        <translation>停止推流</translation>
    </message>
    <message>
        <source>Silence is sent instead of sound</source>
        <translation>以静音代替声音发送</translation>
    </message>
    <message>
        <source>The page hears of an interruption</source>
        <translation>页面得知被中断</translation>
    </message>
    <message>
        <source>The page hears of the floating window</source>
        <translation>页面得知进入悬浮窗</translation>
    </message>
    <message>
        <source>The page hears of the refusal</source>
        <translation>页面得知被拒绝</translation>
    </message>
    <message>
        <source>The page hears that it is suspended</source>
        <translation>页面得知被挂起</translation>
    </message>
    <message>
        <source>The page hears that the camera is gone</source>
        <translation>页面得知摄像头不可用</translation>
    </message>
    <message>
        <source>The page is told: {fact}</source>
        <translation>页面收到通知：{fact}</translation>
    </message>
    <message>
        <source>The picture stands still</source>
        <translation>画面定格</translation>
    </message>
    <message>
        <source>The room is left</source>
        <translation>离开房间</translation>
    </message>
    <message>
        <source>The waiting image is sent</source>
        <translation>发送等待图片</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>iOS</source>
        <translation>iOS</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>{seconds} 秒后</translation>
    </message>
</context>
<context>
    <name>SituationsPage</name>
    <message>
        <source>Back to normal</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>Behave like</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>{situation} ends this visit. Go on?</source>
        <translation>“{situation}”会结束本次通话。要继续吗？</translation>
    </message>
    <message>
        <source>{situation} on {phone}</source>
        <translation>{phone} 上的{situation}</translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>Cannot write {path}: {reason}. Make room there.</source>
        <translation>无法写入 {path}：{reason}。请在那里腾出空间。</translation>
    </message>
</context>
<context>
    <name>SourceMenu</name>
    <message>
        <source>Chosen by the system</source>
        <translation>由系统选择</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>扬声器</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Default camera</source>
        <translation>默认摄像头</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.webp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.webp)</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>Nothing, only watch</source>
        <translation>不发送，仅观看</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Sound of the file</source>
        <translation>文件中的声音</translation>
    </message>
    <message>
        <source>Still image…</source>
        <translation>静态图片…</translation>
    </message>
    <message>
        <source>Test pattern</source>
        <translation>测试图案</translation>
    </message>
    <message>
        <source>Test tone</source>
        <translation>测试音</translation>
    </message>
    <message>
        <source>Usual microphone</source>
        <translation>默认麦克风</translation>
    </message>
    <message>
        <source>Video file…</source>
        <translation>视频文件…</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.mov *.mkv *.webm *.flv *.ts *.avi);;All files (*)</source>
        <translation>视频 (*.mp4 *.mov *.mkv *.webm *.flv *.ts *.avi);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>No sound output found: connect one, and it will be used.</source>
        <translation>没有找到声音输出设备：接上后会自动使用。</translation>
    </message>
    <message>
        <source>No sound server is running: the call goes on without sound.</source>
        <translation>声音服务没有运行：通话将没有声音。</translation>
    </message>
    <message>
        <source>The sound output stopped working: choose another, or plug it in again.</source>
        <translation>声音输出已停止工作：请选择其他设备，或重新插入。</translation>
    </message>
    <message>
        <source>The sound output takes no sound: choose another.</source>
        <translation>该声音输出不接受声音：请选择其他设备。</translation>
    </message>
    <message>
        <source>The sound server has ended: start it, then this program again.</source>
        <translation>声音服务已结束：请先启动它，再重新启动本程序。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Join a mini-program video call</source>
        <translation>加入小程序视频通话</translation>
    </message>
    <message>
        <source>Own picture</source>
        <translation>自己的画面</translation>
    </message>
</context>
<context>
    <name>StatisticTable</name>
    <message>
        <source>Streams</source>
        <translation>流</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Stream</source>
        <translation>流</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>{name} – screen</source>
        <translation>{name} – 屏幕</translation>
    </message>
</context>
<context>
    <name>StatisticsPanel</name>
    <message>
        <source>1 stream</source>
        <translation>1 路流</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>Copy the numbers of now</source>
        <translation>复制当前数据</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>No streams</source>
        <translation>没有流</translation>
    </message>
    <message>
        <source>Numbers appear as soon as a stream is sent or received.</source>
        <translation>开始发送或接收流后，这里会显示数据。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Save statistics</source>
        <translation>保存统计</translation>
    </message>
    <message>
        <source>Save the last two minutes as CSV…</source>
        <translation>将最近两分钟保存为 CSV…</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>{n} streams</source>
        <translation>{n} 路流</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Copy join line</source>
        <translation>复制入会命令</translation>
    </message>
    <message>
        <source>People: {count}</source>
        <translation>成员：{count}</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>window delay {ms} ms</source>
        <translation>界面延迟 {ms} 毫秒</translation>
    </message>
</context>
<context>
    <name>StatusPage</name>
    <message>
        <source>Statistics come every 2 s while media flows.</source>
        <translation>媒体流动时每 2 秒更新一次统计。</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Camera off</source>
        <translation>摄像头已关闭</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>连接中…</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>麦克风已关闭</translation>
    </message>
    <message>
        <source>Muted here</source>
        <translation>已在此静音</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>Paused here</source>
        <translation>已在此暂停</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Shown alone</source>
        <translation>单独显示</translation>
    </message>
    <message>
        <source>Stopped here; play it again from its menu.</source>
        <translation>已在此停止；可从菜单重新播放。</translation>
    </message>
    <message>
        <source>Trying again, attempt {n}…</source>
        <translation>正在重试，第 {n} 次…</translation>
    </message>
    <message>
        <source>buffer {ms} ms</source>
        <translation>缓冲 {ms} 毫秒</translation>
    </message>
    <message>
        <source>latency {ms} ms</source>
        <translation>延迟 {ms} 毫秒</translation>
    </message>
    <message>
        <source>queue {ms} ms</source>
        <translation>队列 {ms} 毫秒</translation>
    </message>
    <message>
        <source>{dropped} dropped, {reconnects} reconnects</source>
        <translation>丢帧 {dropped}，重连 {reconnects}</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name}（你）</translation>
    </message>
    <message>
        <source>{name} – screen</source>
        <translation>{name} – 屏幕</translation>
    </message>
</context>
<context>
    <name>TileActs</name>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Screenshot saved: {path}</source>
        <translation>截图已保存：{path}</translation>
    </message>
    <message>
        <source>Snapshot saved: {path}</source>
        <translation>快照已保存：{path}</translation>
    </message>
    <message>
        <source>There is no picture to take a snapshot of.</source>
        <translation>没有可供保存快照的画面。</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>画面区</translation>
    </message>
</context>
<context>
    <name>TileControls</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Mute here</source>
        <translation>在本机静音</translation>
    </message>
    <message>
        <source>Unmute here</source>
        <translation>取消本机静音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>TileMenu</name>
    <message>
        <source>Copy user id</source>
        <translation>复制用户 ID</translation>
    </message>
    <message>
        <source>Float above other windows</source>
        <translation>悬浮在其他窗口之上</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Full screen, turned left (-90)</source>
        <translation>全屏，向左旋转 (-90)</translation>
    </message>
    <message>
        <source>Full screen, turned right (90)</source>
        <translation>全屏，向右旋转 (90)</translation>
    </message>
    <message>
        <source>Mute here</source>
        <translation>在本机静音</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pin as the large picture</source>
        <translation>固定为大画面</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Save the picture as it is shown</source>
        <translation>按显示效果保存画面</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>单独显示</translation>
    </message>
    <message>
        <source>Show the component</source>
        <translation>显示组件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Unmute here</source>
        <translation>取消本机静音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>UserForm</name>
    <message>
        <source>Picture goes out (pushVideo)</source>
        <translation>输出画面 (pushVideo)</translation>
    </message>
    <message>
        <source>Sound goes out (pushAudio)</source>
        <translation>输出声音 (pushAudio)</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>Align the reference picture</source>
        <translation>对齐参考图</translation>
    </message>
    <message>
        <source>Cannot write {path}: choose another place.</source>
        <translation>无法写入 {path}：请选择其他位置。</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Next grid</source>
        <translation>下一种网格</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Rulers and guides</source>
        <translation>标尺和参考线</translation>
    </message>
    <message>
        <source>There is no picture {path}: check the path.</source>
        <translation>没有图片 {path}：请检查路径。</translation>
    </message>
    <message>
        <source>Tiles with their numbers</source>
        <translation>画面及其数值</translation>
    </message>
    <message>
        <source>cut: {sides}</source>
        <translation>裁切：{sides}</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>无画面</translation>
    </message>
    <message>
        <source>{path} cannot be read: check the path.</source>
        <translation>无法读取 {path}：请检查路径。</translation>
    </message>
    <message>
        <source>{path} is no picture: choose a PNG or JPEG file.</source>
        <translation>{path} 不是图片：请选择 PNG 或 JPEG 文件。</translation>
    </message>
    <message>
        <source>{share} left and right</source>
        <translation>左右各 {share}</translation>
    </message>
    <message>
        <source>{share} top and bottom</source>
        <translation>上下各 {share}</translation>
    </message>
    <message>
        <source>{uid}: missing</source>
        <translation>{uid}：缺失</translation>
    </message>
    <message>
        <source>{uid}: off by {moved}, size {grown}</source>
        <translation>{uid}：偏移 {moved}，尺寸差 {grown}</translation>
    </message>
    <message>
        <source>{uid}: one too many</source>
        <translation>{uid}：多出一个</translation>
    </message>
    <message>
        <source>{uid}: over another it should lie under</source>
        <translation>{uid}：遮住了本应在其上的画面</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>8 px</source>
        <translation>8 像素</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>复制 JSON</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid  (Shift+G)</source>
        <translation>网格  (Shift+G)</translation>
    </message>
    <message>
        <source>Loupe  (Shift+Z)</source>
        <translation>放大镜  (Shift+Z)</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measure in pixels of the screen</source>
        <translation>以屏幕像素测量</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Remove guides</source>
        <translation>移除参考线</translation>
    </message>
    <message>
        <source>Rulers and guides  (Shift+R)</source>
        <translation>标尺和参考线  (Shift+R)</translation>
    </message>
    <message>
        <source>Thirds</source>
        <translation>三分线</translation>
    </message>
    <message>
        <source>Tiles with their numbers  (Shift+T)</source>
        <translation>画面及其数值  (Shift+T)</translation>
    </message>
</context>
</TS>
