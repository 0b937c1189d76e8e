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
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>边框</translation>
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
        <source>People</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
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
        <source>Cannot read {path}: {reason}. Choose another file.</source>
        <translation>无法读取 {path}：{reason}。请选择其他文件。</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}. Choose another place.</source>
        <translation>无法写入 {path}：{reason}。请选择其他位置。</translation>
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
        <translation>live-pusher – 您</translation>
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
        <source>no</source>
        <translation>否</translation>
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
    <name>SaveFile</name>
    <message>
        <source>Cannot write {path}: {reason}. Choose another place.</source>
        <translation>无法写入 {path}：{reason}。请选择其他位置。</translation>
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
        <source>Retry</source>
        <translation>重试</translation>
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
        <source>Try again: {name}</source>
        <translation>重试：{name}</translation>
    </message>
    <message>
        <source>Try this stream again (R)</source>
        <translation>重试此流 (R)</translation>
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
        <source>Snapshot saved: {path}</source>
        <translation>快照已保存：{path}</translation>
    </message>
    <message>
        <source>There is no picture to take a snapshot of.</source>
        <translation>没有可供保存快照的画面。</translation>
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
        <source>There is no picture {path}: check the path.</source>
        <translation>没有图片 {path}：请检查路径。</translation>
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
</context>
</TS>
